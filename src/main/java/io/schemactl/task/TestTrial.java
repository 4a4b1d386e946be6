package io.schemactl.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.schemactl.catalog.form.YamlWriter;
import io.schemactl.db.ServerErrors;
import io.schemactl.db.WorkConnection;
import io.schemactl.problem.ProblemCode;
import io.schemactl.scaffold.StoryTest;
import io.schemactl.scaffold.StoryTest.Kind;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.WrittenName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds out which tests hold on a shadow, and what comes of their statements; leaves no rows there. */
final class TestTrial {

    /** A row that a table should refuse: not null, foreign key, unique, check. Anything else says that the example is none. */
    private static final Set<String> REFUSALS = Set.of("23502", "23503", "23505", "23514");

    private final WorkConnection connection;

    TestTrial(WorkConnection connection) {
        this.connection = connection;
    }

    /** The tests that hold, with what was found out. */
    List<StoryTest> holding(List<StoryTest> tests) throws SQLException {
        var holding = new ArrayList<StoryTest>();
        for (StoryTest test : tests) {
            connection.execute("BEGIN");
            try {
                result(test).ifPresent(found -> holding.add(test.expecting(found)));
            } finally {
                connection.rollback();
            }
        }
        return holding;
    }

    /** What came of a test; empty if it does not hold, or if its example does not serve. */
    private Optional<JsonNode> result(StoryTest test) throws SQLException {
        try {
            return tried(test);
        } catch (SQLException e) {
            if (ServerErrors.code(e) == ProblemCode.CONNECTION_LOST
                    || connection.interruption().isRequested()) {
                throw e;
            }
            return test.kind() == Kind.OUTCOME ? refusal(e) : Optional.empty();
        }
    }

    private Optional<JsonNode> tried(StoryTest test) throws SQLException {
        JsonNode expected = test.expected();
        if (expected == null) {
            return Optional.of(JsonNodeFactory.instance.numberNode(
                    connection.ask(test.sql()).affected()));
        }
        boolean holds = test.kind() == Kind.ROWS ? hasRows(test.sql(), expected) : usesIndex(test.sql(), expected);
        return holds ? Optional.of(expected) : Optional.empty();
    }

    /** The rows of a query that has one column. */
    private boolean hasRows(String sql, JsonNode rows) throws SQLException {
        List<String> wanted = new ArrayList<>();
        rows.forEach(row -> wanted.add(row.get(0).asText()));
        return connection.queryTexts(sql).equals(wanted);
    }

    private boolean usesIndex(String sql, JsonNode index) throws SQLException {
        connection.execute("SET LOCAL enable_seqscan = off");
        Identifier name = WrittenName.parse(index.asText()).orElseThrow().last();
        return connection.queryTexts("EXPLAIN (COSTS off) " + sql).stream()
                .map(line -> line + " ")
                .anyMatch(line ->
                        Stream.of(name.display(), name.quoted()).anyMatch(each -> line.contains(" " + each + " ")));
    }

    /** By which constraint a row is refused. */
    private static Optional<JsonNode> refusal(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        if (!REFUSALS.contains(state)) {
            return Optional.empty();
        }
        ObjectNode refusal = JsonNodeFactory.instance.objectNode().put("sqlstate", state);
        ServerErrors.findConstraint(e)
                .filter(name -> !state.equals("23502"))
                .ifPresent(name -> refusal.put("constraint", name));
        return Optional.of(refusal);
    }

    /** The tests as {@code tests.yaml}. */
    static String text(List<StoryTest> tests) {
        var yaml = new YamlWriter();
        yaml.line("# What works after this story; `schemactl prove` tries it.");
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        ArrayNode list = file.putArray("tests");
        tests.forEach(test -> list.add(node(test)));
        yaml.mapping(file, 0, 1);
        return yaml.toString();
    }

    private static ObjectNode node(StoryTest test) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("name", test.name());
        JsonNode expected = Objects.requireNonNull(test.expected());
        switch (test.kind()) {
            case ROWS -> node.put("query", test.sql()).set("rows", expected);
            case USES_INDEX -> node.put("query", test.sql()).set("uses-index", expected);
            case OUTCOME -> {
                boolean isRefused = expected.isObject();
                boolean isNamed = isRefused && expected.has("constraint");
                node.put("statement", test.sql())
                        .set(
                                isRefused ? "error" : "affects",
                                isRefused && !isNamed ? expected.get("sqlstate") : expected);
            }
        }
        return node;
    }
}

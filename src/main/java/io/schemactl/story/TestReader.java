package io.schemactl.story;

import io.schemactl.problem.Position;
import io.schemactl.story.TestCheck.Affects;
import io.schemactl.story.TestCheck.Fails;
import io.schemactl.story.TestCheck.Succeeds;
import io.schemactl.story.TestCheck.UsesIndex;
import io.schemactl.yaml.YamlNode;
import io.schemactl.yaml.YamlNode.Scalar;
import io.schemactl.yaml.YamlNode.Sequence;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the sections {@code tests} and {@code compatible}. */
final class TestReader {

    private static final Pattern SQL_STATE = Pattern.compile("[0-9A-Z]{5}");
    private static final int LONGEST_NAME = 60;
    private static final List<String> OF_QUERIES = List.of("rows", "any-order", "uses-index");
    private static final List<String> OF_STATEMENTS = List.of("error", "affects");

    private final Reading reading;
    private final ScriptReader scripts;

    TestReader(Reading reading, ScriptReader scripts) {
        this.reading = reading;
        this.scripts = scripts;
    }

    List<StoryTest> tests(Fields file) {
        return unique(items(
                file, "tests", node -> reading.fields(node, TestShape.TEST).flatMap(this::test)));
    }

    List<StoryTest> compatible(Fields file) {
        return unique(items(file, "compatible", this::compatible));
    }

    private List<StoryTest> items(Fields file, String key, Function<YamlNode, Optional<StoryTest>> reader) {
        Optional<YamlNode> section = file.find(key);
        if (section.isPresent() && !(section.get() instanceof Sequence)) {
            reading.complaints().add(section.get().position(), "`%s` wants a list".formatted(key));
        }
        return section.stream()
                .flatMap(node -> node instanceof Sequence list ? list.items().stream() : Stream.empty())
                .flatMap(node -> reader.apply(node).stream())
                .toList();
    }

    private List<StoryTest> unique(List<StoryTest> tests) {
        Map<String, Position> known = new HashMap<>();
        for (StoryTest test : tests) {
            Position before = known.putIfAbsent(test.name(), test.position());
            if (before != null) {
                reading.complaints()
                        .add(
                                test.position(),
                                "two tests have the name `%s`; the first is on line %d"
                                        .formatted(test.name(), before.line()));
            }
        }
        return tests;
    }

    private Optional<StoryTest> compatible(YamlNode node) {
        if (node instanceof Scalar) {
            return scripts.statement(node, "compatible")
                    .map(sql -> new StoryTest(shortened(sql.text()), node.position(), List.of(), sql, new Succeeds()));
        }
        return reading.fields(node, TestShape.COMPATIBLE).flatMap(fields -> {
            String name = fields.requiredText("name");
            List<TestSql> given = scripts.texts(fields, "given");
            return scripts.statement(fields, "statement")
                    .map(sql -> new StoryTest(name, fields.position(), given, sql, new Succeeds()));
        });
    }

    private static String shortened(String sql) {
        String line = sql.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST_NAME ? line : line.substring(0, LONGEST_NAME - 1) + "…";
    }

    private Optional<StoryTest> test(Fields fields) {
        String name = fields.requiredText("name");
        List<TestSql> given = scripts.texts(fields, "given");
        boolean isQuery = fields.has("query");
        if (isQuery == fields.has("statement")) {
            reading.complaints().add(fields.position(), "a test has either a `query` or a `statement`");
            return Optional.empty();
        }
        String key = isQuery ? "query" : "statement";
        for (String foreign : isQuery ? OF_STATEMENTS : OF_QUERIES) {
            if (fields.has(foreign)) {
                reading.complaints()
                        .add(
                                fields.position(foreign),
                                "`%s` goes with a `%s`, not with a `%s`"
                                        .formatted(foreign, isQuery ? "statement" : "query", key));
            }
        }
        Optional<TestSql> sql = scripts.statement(fields, key);
        Optional<TestCheck> check = isQuery ? ofQuery(fields) : ofStatement(fields);
        return sql.flatMap(
                text -> check.map(expected -> new StoryTest(name, fields.position(), given, text, expected)));
    }

    private Optional<TestCheck> ofQuery(Fields fields) {
        if (fields.has("rows") == fields.has("uses-index")) {
            reading.complaints().add(fields.position("query"), "a `query` has either `rows` or `uses-index`");
            return Optional.empty();
        }
        if (fields.has("rows")) {
            return Optional.of(new RowsReader(reading).read(fields));
        }
        if (fields.has("any-order")) {
            reading.complaints().add(fields.position("any-order"), "`any-order` goes with `rows`");
        }
        return fields.text("uses-index")
                .flatMap(text -> reading.names().qualified(text, fields.position("uses-index")))
                .map(UsesIndex::new);
    }

    private Optional<TestCheck> ofStatement(Fields fields) {
        if (fields.has("error") && fields.has("affects")) {
            reading.complaints()
                    .add(fields.position("affects"), "a statement that fails affects nothing; leave out `affects`");
        }
        if (fields.has("error")) {
            return fields.find("error").flatMap(this::error);
        }
        if (!fields.has("affects")) {
            return Optional.of(new Succeeds());
        }
        return fields.number("affects").flatMap(number -> {
            if (number < 0) {
                reading.complaints().add(fields.position("affects"), "`affects` is a number of rows, 0 or more");
                return Optional.empty();
            }
            return Optional.of(new Affects(number));
        });
    }

    private Optional<TestCheck> error(YamlNode node) {
        if (node instanceof Scalar scalar) {
            return sqlState(scalar.text(), scalar.position()).map(state -> new Fails(state, null, null));
        }
        return reading.fields(node, TestShape.ERROR).flatMap(fields -> {
            fields.require("sqlstate");
            return fields.text("sqlstate")
                    .flatMap(text -> sqlState(text, fields.position("sqlstate")))
                    .map(state -> new Fails(
                            state,
                            fields.text("constraint").orElse(null),
                            fields.text("message").orElse(null)));
        });
    }

    private Optional<String> sqlState(String text, Position position) {
        if (SQL_STATE.matcher(text).matches()) {
            return Optional.of(text);
        }
        String upper = text.toUpperCase(Locale.ROOT);
        reading.complaints()
                .add(
                        position,
                        "`%s` is not an SQLSTATE".formatted(text),
                        SQL_STATE.matcher(upper).matches()
                                ? "write " + upper
                                : "write its five characters, such as 23505 for unique_violation");
        return Optional.empty();
    }
}

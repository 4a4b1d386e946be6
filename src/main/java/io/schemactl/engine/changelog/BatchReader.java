package io.schemactl.engine.changelog;

import io.schemactl.config.DurationText;
import io.schemactl.problem.Position;
import io.schemactl.sql.SqlLexer;
import io.schemactl.sql.SqlLexer.Token;
import io.schemactl.sql.SqlText;
import io.schemactl.sql.WrittenName;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code schemactl:batch}, and checks that its change set can be executed in ranges. */
final class BatchReader {

    private static final List<String> NAMES = List.of("table", "key", "size", "pause", "analyze");
    private static final List<String> COMMANDS = List.of("update", "delete", "insert", "with");
    private static final Pattern PAIR = Pattern.compile("([\\w-]+)=((?:\"(?:[^\"]|\"\")*\"|[^\\s\"])*)|(\\S+)");
    private static final int USUAL_SIZE = 5000;
    private static final int LARGEST_SIZE = 10_000_000;
    private static final String EXAMPLE =
            "write `%s: table=videos key=id size=5000 pause=100ms`".formatted(Batch.ATTRIBUTE);

    private final Problems problems;

    BatchReader(Problems problems) {
        this.problems = problems;
    }

    /** A value, and where it stands. */
    private record Given(String text, Position position) {}

    /** What a batch's attribute says, if it says it rightly. */
    Optional<Batch> read(Element attribute) {
        if (attribute.values().size() != 1 || !attribute.children().isEmpty()) {
            problems.error(attribute.position(), "`%s` wants one text".formatted(Batch.ATTRIBUTE), EXAMPLE);
            return Optional.empty();
        }
        Map<String, Given> given = pairs(attribute.values().get(0));
        Optional<WrittenName> table = required(attribute, given, "table").flatMap(this::table);
        Optional<WrittenName> key = required(attribute, given, "key").flatMap(this::key);
        int size = value(given, "size", BatchReader::size, "a number of rows from 1 to " + LARGEST_SIZE)
                .orElse(USUAL_SIZE);
        Duration pause = value(given, "pause", DurationText::parse, "a time such as 100ms, 2s or 0")
                .orElse(Duration.ZERO);
        boolean analyze =
                value(given, "analyze", BatchReader::bool, "true or false").orElse(false);
        return table.flatMap(name -> key.map(column -> new Batch(name, column, size, pause, analyze)));
    }

    private Map<String, Given> pairs(Element.Value value) {
        Map<String, Given> given = new LinkedHashMap<>();
        Matcher matcher = PAIR.matcher(value.text());
        while (matcher.find()) {
            Position position = value.source().at(matcher.start());
            @Nullable String name = matcher.group(1);
            if (name == null) {
                problems.error(position, "`%s` is not `name=value`".formatted(matcher.group()), EXAMPLE);
            } else if (!NAMES.contains(name)) {
                problems.error(position, Problems.unknownMessage("key", name, Batch.ATTRIBUTE, NAMES), EXAMPLE);
            } else if (given.containsKey(name)) {
                problems.error(position, "`%s` stands twice in %s".formatted(name, Batch.ATTRIBUTE));
            } else {
                given.put(name, new Given(matcher.group(2), value.source().at(matcher.start(2))));
            }
        }
        return given;
    }

    private Optional<Given> required(Element attribute, Map<String, Given> given, String name) {
        Given found = given.get(name);
        if (found == null) {
            problems.error(attribute.valuePosition(), "%s needs `%s=`".formatted(Batch.ATTRIBUTE, name), EXAMPLE);
        }
        return Optional.ofNullable(found);
    }

    private Optional<WrittenName> table(Given given) {
        return name(given, "table", "a table's name, perhaps with its schema");
    }

    private Optional<WrittenName> key(Given given) {
        return name(given, "key", "a column's name, perhaps with the table's alias");
    }

    private Optional<WrittenName> name(Given given, String name, String wanted) {
        Optional<WrittenName> parsed =
                WrittenName.parse(given.text()).filter(found -> found.parts().size() <= 2);
        if (parsed.isEmpty()) {
            problems.error(given.position(), "`%s` wants %s, not `%s`".formatted(name, wanted, given.text()));
        }
        return parsed;
    }

    private <T> Optional<T> value(
            Map<String, Given> given, String name, Function<String, Optional<T>> parse, String wanted) {
        Given found = given.get(name);
        if (found == null) {
            return Optional.empty();
        }
        Optional<T> parsed = parse.apply(found.text());
        if (parsed.isEmpty()) {
            problems.error(found.position(), "`%s` wants %s, not `%s`".formatted(name, wanted, found.text()));
        }
        return parsed;
    }

    private static Optional<Integer> size(String text) {
        return text.matches("[1-9]\\d{0,7}") && Integer.parseInt(text) <= LARGEST_SIZE
                ? Optional.of(Integer.parseInt(text))
                : Optional.empty();
    }

    private static Optional<Boolean> bool(String text) {
        return text.equals("true") || text.equals("false") ? Optional.of(Boolean.valueOf(text)) : Optional.empty();
    }

    /** Checks the change set of a batch: one marked statement, outside a transaction. */
    void check(Element changeSet, Position attribute, List<ChangeSource> changes) {
        String inTransaction = changeSet.text("runInTransaction");
        if (inTransaction == null || !inTransaction.equalsIgnoreCase("false")) {
            problems.error(
                    inTransaction == null ? attribute : changeSet.positionOf("runInTransaction"),
                    "a batch has a transaction for each range",
                    "give the change set `runInTransaction: false`");
        }
        if (changes.size() != 1
                || !List.of("sql", "sqlFile").contains(changes.get(0).type())) {
            problems.error(
                    changes.size() > 1 ? changes.get(1).position() : attribute,
                    "a batch is one `sql` change with one statement",
                    "put what else is to be done into another change set");
            return;
        }
        SourceText text = changes.get(0).text();
        if (text != null) {
            statement(text);
        }
    }

    private void statement(SourceText text) {
        List<String> statements = SqlText.statements(text.text());
        if (statements.size() != 1) {
            problems.error(
                    text.start(),
                    "a batch is one statement, not %d".formatted(statements.size()),
                    "put what else is to be done into another change set");
            return;
        }
        List<Token> code = SqlLexer.code(statements.get(0));
        if (COMMANDS.stream().noneMatch(code.get(0)::is)) {
            problems.error(
                    text.at(code.get(0).start()), "a batch is an UPDATE, a DELETE or an INSERT with a query", null);
        } else if (!Batch.isMarked(text.text())) {
            problems.error(
                    text.start(),
                    "the statement does not say where the range belongs",
                    "write `AND %s` into its WHERE clause".formatted(Batch.MARKER));
        }
    }
}

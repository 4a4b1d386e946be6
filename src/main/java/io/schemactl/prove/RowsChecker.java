package io.schemactl.prove;

import io.schemactl.db.Answer;
import io.schemactl.db.WorkConnection;
import io.schemactl.story.ExpectedValue;
import io.schemactl.story.ExpectedValue.Form;
import io.schemactl.story.TestCheck.ExpectedCell;
import io.schemactl.story.TestCheck.ExpectedRow;
import io.schemactl.story.TestCheck.Returns;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sees which rows a query returns.
 *
 * @param wanted the rows that it should return
 */
record RowsChecker(Returns wanted) implements Checker {

    /** Whoever wants to see more runs the query. */
    private static final int MOST_LINES = 100;

    private static final String NULL = "NULL";

    @Override
    public TestKind kind() {
        return TestKind.ROWS;
    }

    @Override
    public String expected() {
        return lines(wanted.rows().stream().map(RowsChecker::line).toList());
    }

    @Override
    public TestOutcome check(WorkConnection connection, String sql) throws SQLException {
        Answer answer = connection.ask(sql);
        if (answer.columns().isEmpty()) {
            return TestOutcome.of(false, expected(), "no rows, as the statement is no query");
        }
        String difference = new RowComparison(wanted, answer).findDifference().orElse(null);
        String actual = lines(answer.rows().stream().map(RowsChecker::line).toList());
        return TestOutcome.of(difference == null, expected(), actual).differing(difference);
    }

    private static String lines(List<String> lines) {
        if (lines.isEmpty()) {
            return "no rows";
        }
        int hidden = lines.size() - MOST_LINES;
        Stream<String> shown = hidden > 0
                ? Stream.concat(lines.stream().limit(MOST_LINES), Stream.of("… and %d more".formatted(hidden)))
                : lines.stream();
        return shown.collect(Collectors.joining("\n"));
    }

    private static String line(List<@Nullable String> row) {
        return row.stream().map(RowsChecker::shown).collect(Collectors.joining(" | "));
    }

    private static String line(ExpectedRow row) {
        return row.cells().stream().map(RowsChecker::shown).collect(Collectors.joining(" | "));
    }

    private static String shown(ExpectedCell cell) {
        return cell.column() == null ? shown(cell.value()) : cell.column() + ": " + shown(cell.value());
    }

    static String shown(ExpectedValue value) {
        return value.form() == Form.NULL ? NULL : value.text();
    }

    static String shown(@Nullable String value) {
        return value == null ? NULL : value;
    }
}

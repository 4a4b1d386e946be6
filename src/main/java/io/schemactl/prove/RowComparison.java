package io.schemactl.prove;

import io.schemactl.db.Answer;
import io.schemactl.db.Answer.AnswerColumn;
import io.schemactl.problem.Suggestion;
import io.schemactl.story.TestCheck.ExpectedCell;
import io.schemactl.story.TestCheck.ExpectedRow;
import io.schemactl.story.TestCheck.Returns;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Compares the rows that a query returned with those that it should return. */
final class RowComparison {

    private final Returns wanted;
    private final Answer answer;
    private final List<String> names;

    RowComparison(Returns wanted, Answer answer) {
        this.wanted = wanted;
        this.answer = answer;
        this.names = answer.columns().stream().map(AnswerColumn::name).toList();
    }

    /** The first difference in words; nothing if there is none. */
    Optional<String> findDifference() {
        Optional<String> wrongShape =
                wanted.rows().stream().flatMap(row -> wrongShape(row).stream()).findFirst();
        if (wrongShape.isPresent()) {
            return wrongShape;
        }
        return wanted.anyOrder() ? differenceInAnyOrder() : differenceInOrder();
    }

    /** What keeps a row from being compared at all. */
    private Optional<String> wrongShape(ExpectedRow row) {
        String where = "the row in line %d ".formatted(row.position().line());
        for (ExpectedCell cell : row.cells()) {
            if (cell.column() != null && !names.contains(cell.column())) {
                return Optional.of("%snames the column `%s`, but the query returns %s%s"
                        .formatted(
                                where, cell.column(), String.join(", ", names), Suggestion.hint(cell.column(), names)));
            }
            if (cell.column() != null && names.indexOf(cell.column()) != names.lastIndexOf(cell.column())) {
                return Optional.of("%snames the column `%s`, which the query returns twice; give it an alias"
                        .formatted(where, cell.column()));
            }
        }
        boolean isNamed = row.cells().get(0).column() != null;
        return isNamed || row.cells().size() == names.size()
                ? Optional.empty()
                : Optional.of("%shas %d values, but the query returns %d columns"
                        .formatted(where, row.cells().size(), names.size()));
    }

    private Optional<String> differenceInOrder() {
        int common = Math.min(wanted.rows().size(), answer.rows().size());
        for (int i = 0; i < common; i++) {
            Optional<String> difference =
                    difference(wanted.rows().get(i), answer.rows().get(i));
            if (difference.isPresent()) {
                return Optional.of("row %d, %s".formatted(i + 1, difference.get()));
            }
        }
        return differenceInNumber();
    }

    private Optional<String> differenceInAnyOrder() {
        Optional<String> number = differenceInNumber();
        if (number.isPresent()) {
            return number;
        }
        var matching = new Matching(
                wanted.rows().size(),
                (left, right) -> difference(
                                wanted.rows().get(left), answer.rows().get(right))
                        .isEmpty());
        return matching.findUnmatched()
                .map(row -> "no row is as the one in line %d"
                        .formatted(wanted.rows().get(row).position().line()));
    }

    private Optional<String> differenceInNumber() {
        int expected = wanted.rows().size();
        int actual = answer.rows().size();
        return expected == actual
                ? Optional.empty()
                : Optional.of("%s, not %d".formatted(AffectsChecker.words(actual), expected));
    }

    private Optional<String> difference(ExpectedRow expected, List<@Nullable String> actual) {
        return IntStream.range(0, expected.cells().size())
                .boxed()
                .flatMap(i -> difference(expected.cells().get(i), i, actual).stream())
                .findFirst();
    }

    private Optional<String> difference(ExpectedCell cell, int place, List<@Nullable String> row) {
        int column = cell.column() == null ? place : names.indexOf(cell.column());
        String actual = row.get(column);
        if (ValueComparison.isEqual(
                cell.value(), actual, answer.columns().get(column).type())) {
            return Optional.empty();
        }
        return Optional.of("column %s: %s, not %s"
                .formatted(names.get(column), RowsChecker.shown(actual), RowsChecker.shown(cell.value())));
    }
}

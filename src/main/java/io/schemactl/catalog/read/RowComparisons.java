package io.schemactl.catalog.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Prints comparisons of rows as PostgreSQL prints them when they are read again.
 *
 * <p>{@code ((a, b), c) = ((1, 2), 3)} is printed as {@code ((ROW(a, b) = ROW(1, 2)) AND (c = 3))}, as the parser takes apart the outer
 * rows only. Given that text, it takes apart the inner ones, and so on: a table would differ from its own copy.
 */
final class RowComparisons {

    private static final String DISTINCT = "IS DISTINCT FROM";

    private final String sql;
    private final Brackets tokens;

    private RowComparisons(String sql) {
        this.sql = sql;
        this.tokens = new Brackets(sql);
    }

    /** A text that compares the rows' values one by one, wherever the parser would do so. */
    static String takenApart(String sql) {
        String text = sql;
        while (text.contains("(ROW(")) {
            Optional<String> next = new RowComparisons(text).findNext();
            if (next.isEmpty()) {
                break;
            }
            text = next.get();
        }
        return text;
    }

    /** The text with its first comparison of rows taken apart. */
    private Optional<String> findNext() {
        return IntStream.range(0, tokens.size())
                .filter(i -> tokens.isSymbol(i, '(') && isRow(i + 1))
                .mapToObj(this::findReplaced)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private boolean isRow(int index) {
        return tokens.is(index, "ROW") && tokens.isSymbol(index + 1, '(');
    }

    private Optional<String> findReplaced(int opening) {
        int left = opening + 2;
        int end = tokens.closing(left);
        int other = end + 1;
        while (other < tokens.size() && !isRow(other) && !tokens.opens(other)) {
            other++;
        }
        if (!isRow(other) || tokens.closing(other + 1) + 1 != tokens.closing(opening)) {
            return Optional.empty();
        }
        String operator =
                sql.substring(tokens.at(end).end(), tokens.at(other).start()).strip();
        return findComparison(values(left), operator, values(other + 1))
                .map(comparison -> sql.substring(0, tokens.at(opening).start())
                        + comparison
                        + sql.substring(tokens.at(tokens.closing(opening)).end()));
    }

    /** What the parser makes of rows; other operators than these compare rows of several values as a whole. */
    private static Optional<String> findComparison(List<String> left, String operator, List<String> right) {
        if (left.isEmpty() || left.size() != right.size()) {
            return Optional.empty();
        }
        List<String> pairs = IntStream.range(0, left.size())
                .mapToObj(i -> "(%s %s %s)".formatted(left.get(i), operator, right.get(i)))
                .toList();
        if (pairs.size() == 1) {
            return Optional.of(pairs.get(0));
        }
        return switch (operator) {
            case "=" -> Optional.of(pairs.stream().collect(Collectors.joining(" AND ", "(", ")")));
            case "<>", DISTINCT -> Optional.of(pairs.stream().collect(Collectors.joining(" OR ", "(", ")")));
            default -> Optional.empty();
        };
    }

    /** What stands between the commas of the brackets that open here. */
    private List<String> values(int opening) {
        var values = new ArrayList<String>();
        int closing = tokens.closing(opening);
        int first = opening + 1;
        for (int i = first; i < closing; i = tokens.next(i)) {
            boolean isLast = tokens.next(i) >= closing;
            if (tokens.isSymbol(i, ',') || isLast) {
                int end = isLast ? closing : i;
                values.add(sql.substring(
                        tokens.at(first).start(), tokens.at(end - 1).end()));
                first = i + 1;
            }
        }
        return values;
    }
}

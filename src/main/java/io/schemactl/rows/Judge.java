package io.schemactl.rows;

import io.schemactl.sql.Identifier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks the server which conditions hold of values that are in no table yet. */
final class Judge {

    /** A column beside the table's own, hence a name that nobody gives one. */
    private static final Identifier NUMBER = new Identifier("number of the candidate");

    private final Attempts attempts;

    Judge(Attempts attempts) {
        this.attempts = attempts;
    }

    /**
     * For each candidate, whether each condition of a group is not false. A condition counts as violated if it cannot be computed for
     * a candidate, and as satisfied if it cannot be computed for any.
     */
    List<List<Boolean>> verdicts(TableShape shape, Group group, List<Tuple> candidates) throws SQLException {
        Optional<List<List<Boolean>>> together = ask(shape, group, candidates);
        if (together.isPresent()) {
            return together.get();
        }
        List<List<Boolean>> verdicts = new ArrayList<>();
        candidates.forEach(candidate -> verdicts.add(new ArrayList<>()));
        for (Condition condition : group.conditions()) {
            List<Boolean> answers =
                    answers(shape, new Group(group.columns(), List.of(condition), List.of()), candidates);
            for (int i = 0; i < answers.size(); i++) {
                verdicts.get(i).add(answers.get(i));
            }
        }
        return verdicts;
    }

    /** The answers for one condition; a single candidate for which it fails spoils a query for all. */
    private List<Boolean> answers(TableShape shape, Group one, List<Tuple> candidates) throws SQLException {
        Optional<List<List<Boolean>>> together = ask(shape, one, candidates);
        if (together.isPresent()) {
            return together.get().stream().map(answer -> answer.get(0)).toList();
        }
        var answers = new ArrayList<Boolean>();
        boolean isComputable = false;
        for (Tuple candidate : candidates) {
            Optional<List<List<Boolean>>> alone = ask(shape, one, List.of(candidate));
            isComputable |= alone.isPresent();
            answers.add(alone.isPresent() && alone.get().get(0).get(0));
        }
        return isComputable ? answers : Collections.nCopies(candidates.size(), true);
    }

    private Optional<List<List<Boolean>>> ask(TableShape shape, Group group, List<Tuple> candidates)
            throws SQLException {
        int width = group.conditions().size();
        return attempts.query(query(shape, group, candidates), row -> answers(row, width));
    }

    private static List<Boolean> answers(ResultSet row, int width) throws SQLException {
        var answers = new ArrayList<Boolean>();
        for (int i = 1; i <= width; i++) {
            answers.add(row.getBoolean(i));
        }
        return answers;
    }

    /**
     * What an equation says that a column of each candidate must be, as text.
     *
     * @return empty if the server cannot compute it for all of them
     */
    Optional<List<@Nullable String>> values(
            TableShape shape, Group group, List<Tuple> candidates, Equation equation, ColumnPlan column)
            throws SQLException {
        String value = "CAST(CAST(%s AS %s) AS pg_catalog.text)"
                .formatted(
                        Condition.escaped(equation.expression()), column.type().written());
        return attempts.query(
                "SELECT %s FROM %s ORDER BY %s".formatted(value, source(shape, group, candidates), NUMBER.quoted()),
                row -> row.getString(1));
    }

    private static String query(TableShape shape, Group group, List<Tuple> candidates) {
        String verdicts = group.conditions().stream()
                .map(condition -> "(" + Condition.escaped(condition.expression()) + ") IS NOT FALSE")
                .collect(Collectors.joining(", "));
        return "SELECT %s FROM %s ORDER BY %s".formatted(verdicts, source(shape, group, candidates), NUMBER.quoted());
    }

    private static String source(TableShape shape, Group group, List<Tuple> candidates) {
        List<ColumnPlan> columns = group.columns();
        String alias = shape.table().name().quoted();
        String names = columns.stream().map(column -> column.name().quoted()).collect(Collectors.joining(", "));
        var rows = new ArrayList<String>();
        for (Tuple candidate : candidates) {
            rows.add("(" + rows.size() + ", "
                    + columns.stream()
                            .map(column -> candidate
                                    .cells()
                                    .getOrDefault(column.name(), Cell.NULL)
                                    .sql(column))
                            .collect(Collectors.joining(", "))
                    + ")");
        }
        String source = "(VALUES %s) AS %s(%s, %s)".formatted(String.join(", ", rows), alias, NUMBER.quoted(), names);
        String computed = computed(shape, group);
        return computed.isEmpty() ? source : "(SELECT *, %s FROM %s) AS %s".formatted(computed, source, alias);
    }

    /** The generated columns that conditions speak of. */
    private static String computed(TableShape shape, Group group) {
        Set<Identifier> mentioned = new LinkedHashSet<>();
        group.conditions()
                .forEach(condition -> mentioned.addAll(Condition.mentioned(
                        condition.expression(), shape.generated().keySet())));
        return mentioned.stream()
                .map(column -> "(%s) AS %s".formatted(shape.generated().get(column), column.quoted()))
                .collect(Collectors.joining(", "));
    }
}

package io.schemactl.diff.ddl;

import io.schemactl.catalog.Column;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.NotNullConstraint;
import io.schemactl.catalog.Part;
import io.schemactl.catalog.Sequence;
import io.schemactl.catalog.Table;
import io.schemactl.diff.Hazard;
import io.schemactl.diff.Statement;
import io.schemactl.sql.Literal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What changes where a column's values come from: its default, its expression or its identity. */
final class ValueChange {

    /** The first major version with {@code ALTER COLUMN … SET EXPRESSION}. */
    static final int SET_EXPRESSION_SINCE = 17;

    private final Table table;
    private final Column from;
    private final Column to;
    private final Context context;
    private final Part column;
    private final Part value;

    ValueChange(Table table, Column from, Column to, Context context) {
        this.table = table;
        this.from = from;
        this.to = to;
        this.context = context;
        this.column = Part.ofColumn(table.key(), to.name());
        this.value = Part.ofDefault(table.key(), to.name());
    }

    /**
     * The steps; none if the values come from the same.
     *
     * @param defaultGone whether the default was dropped already, with the type
     */
    List<Step> steps(boolean defaultGone) {
        var steps = new ArrayList<Step>();
        steps.addAll(defaults(defaultGone));
        steps.addAll(expression());
        return steps;
    }

    private List<Step> defaults(boolean defaultGone) {
        String old = from.defaultExpression();
        String wanted = to.defaultExpression();
        boolean forced = defaultGone || context.forced().reset().contains(value);
        if ((!forced && Objects.equals(old, wanted)) || (old == null && wanted == null)) {
            return List.of();
        }
        var steps = new ArrayList<Step>();
        boolean apart = forced && !defaultGone && old != null && wanted != null;
        if (apart || (wanted == null && !defaultGone)) {
            steps.add(Step.taking(value, alter("DROP DEFAULT")));
        }
        if (wanted != null) {
            Set<Part> takes = old == null || apart || defaultGone ? Set.of() : Set.of(value);
            steps.add(new Step(List.of(alter("SET DEFAULT " + wanted)), Set.of(value), takes).after(Set.of(column)));
        }
        return steps;
    }

    private List<Step> expression() {
        Column.Generated old = from.generated();
        Column.Generated wanted = to.generated();
        if (old == null || old.equals(wanted)) {
            return List.of();
        }
        if (wanted == null) {
            return List.of(Step.taking(value, alter("DROP EXPRESSION")));
        }
        var rewrite = new Hazard(Hazard.Type.TABLE_REWRITE, table.name().display(), "ACCESS EXCLUSIVE");
        String sql = text("SET EXPRESSION AS (" + wanted.expression() + ")");
        return List.of(Step.replacing(
                value, List.of(wanted.stored() ? Statement.of(sql, rewrite, lock()) : Statement.of(sql, lock()))));
    }

    /** What gives a column an identity, takes it, or changes it; PostgreSQL refuses most types as long as there is one. */
    List<Step> identity(boolean isRetyped) {
        var lineage = new Lineage(context);
        if (lineage.staysPartition(table)) {
            return List.of();
        }
        Column.Identity old = lineage.hasIdentityFromAbove(context.from(), table) ? null : from.identity();
        Column.Identity wanted = lineage.hasIdentityFromAbove(context.to(), table) ? null : to.identity();
        if (old == wanted) {
            return List.of();
        }
        if (wanted == null) {
            Set<Part> takes = new HashSet<>(SequenceDdl.ofIdentity(table, from, context.from()));
            takes.add(SequenceDdl.lossOfIdentity(table, from));
            Set<Part> makes = isRetyped ? Set.of() : Set.of(column);
            return List.of(new Step(List.of(alter("DROP IDENTITY")), makes, takes));
        }
        if (old != null) {
            String when = wanted == Column.Identity.ALWAYS ? "ALWAYS" : "BY DEFAULT";
            return List.of(Step.changing(column, alter("SET GENERATED " + when)));
        }
        Set<Part> makes = new HashSet<>(SequenceDdl.ofIdentity(table, to, context.to()));
        makes.add(column);
        Set<Part> after = context.to()
                .partsOf(table.name(), Kind.CONSTRAINT, NotNullConstraint.class)
                .filter(constraint -> constraint.column().equals(to.name()))
                .map(constraint -> Part.of(constraint.key()))
                .collect(Collectors.toCollection(HashSet::new));
        after.add(value);
        return List.of(new Step(addIdentity(), makes, Set.of()).after(after));
    }

    /** A new identity goes on after the largest value that is there. */
    private List<Statement> addIdentity() {
        Statement add = alter("ADD " + ColumnText.identity(table, to, context.to()));
        return context.to().relationships().sequencesOf(table.name()).stream()
                .filter(each -> ColumnText.isInside(each, table, to))
                .findFirst()
                .map(sequence -> List.of(
                        add,
                        new Statement(
                                continueFrom(sequence),
                                List.of(new Hazard(
                                        Hazard.Type.TABLE_SCAN, table.name().display(), "ACCESS EXCLUSIVE")),
                                true)))
                .orElse(List.of(add));
    }

    /** Partitions share the identity of the partitioned table; children of other tables do not. */
    private String continueFrom(Sequence sequence) {
        String limit = sequence.increment() > 0 ? "max" : "min";
        String only = table.form() == Table.Form.PARTITIONED ? "" : "ONLY ";
        return "SELECT pg_catalog.setval(%s, %s(%s)) FROM %s%s HAVING %s(%s) IS NOT NULL"
                .formatted(
                        Literal.of(sequence.name().quoted()),
                        limit,
                        to.name().quoted(),
                        only,
                        table.name().quoted(),
                        limit,
                        to.name().quoted());
    }

    private Statement alter(String action) {
        return Statement.of(text(action), lock());
    }

    private Hazard lock() {
        return Hazard.accessExclusive(table.name().display());
    }

    private String text(String action) {
        return "ALTER TABLE %s%s ALTER COLUMN %s %s"
                .formatted(
                        isRecursive(action) ? "" : "ONLY ",
                        table.name().quoted(),
                        to.name().quoted(),
                        action);
    }

    /** PostgreSQL refuses to change these in a parent alone. */
    private static boolean isRecursive(String action) {
        return action.contains("EXPRESSION") || action.contains("IDENTITY") || action.contains("GENERATED");
    }
}

package io.schemactl.diff.ddl;

import io.schemactl.catalog.Attributes;
import io.schemactl.catalog.Column;
import io.schemactl.catalog.ForeignKey;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.Options;
import io.schemactl.catalog.Part;
import io.schemactl.catalog.Table;
import io.schemactl.diff.Hazard;
import io.schemactl.diff.Statement;
import io.schemactl.sql.QualifiedName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Commands about tables; see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">ALTER TABLE</a>. */
final class TableDdl implements Ddl<Table> {

    /** The version from which on partitioned tables have the triggers of keys to them, and not only their partitions. */
    private static final int TRIGGERS_OF_PARTITIONED_SINCE = 15;

    @Override
    public String name(Table table) {
        String form = table.form() == Table.Form.FOREIGN ? "FOREIGN TABLE " : "TABLE ";
        return form + table.name().quoted();
    }

    @Override
    public List<Step> create(Table table, Context context) {
        return new TableCreation(table, context).steps();
    }

    @Override
    public List<Step> drop(Table table, Context context) {
        Set<Part> takes = new HashSet<>(parts(table));
        var sql = "DROP " + name(table);
        var hazards = new ArrayList<Hazard>();
        if (table.form() == Table.Form.ORDINARY) {
            hazards.add(Hazard.of(Hazard.Type.DATA_LOSS, table.name().display()));
        }
        hazards.add(Hazard.accessExclusive(table.name().display()));
        hazards.addAll(others(table, context));
        var drop = new Statement(sql, hazards, true);
        var steps = new ArrayList<Step>();
        for (Column column : table.columns()) {
            Part value = Part.ofDefault(table.key(), column.name());
            if (context.forced().deferred().contains(value) && column.generated() == null) {
                takes.remove(value);
                steps.add(Step.taking(
                        value,
                        Statement.of("ALTER TABLE ONLY %s ALTER COLUMN %s DROP DEFAULT"
                                .formatted(table.name().quoted(), column.name().quoted()))));
            }
        }
        steps.add(new Step(List.of(drop), Set.of(), takes));
        return steps;
    }

    /** Tables above a table, and those that it refers to by keys of its own, are locked when it goes. */
    private static List<Hazard> others(Table table, Context context) {
        Stream<Hazard> above = table.inheritance().partitionBound() == null
                ? Stream.of()
                : table.inheritance().parents().stream().map(parent -> Hazard.accessExclusive(parent.display()));
        Stream<QualifiedName> referenced = context.from()
                .partsOf(table.name(), Kind.CONSTRAINT, ForeignKey.class)
                .filter(key -> !key.standing().inherited())
                .map(ForeignKey::referenced)
                .filter(other -> hasTriggers(other, context));
        return Stream.concat(
                        above,
                        referenced
                                .distinct()
                                .flatMap(other -> Stream.of(Hazards.on(context, other, Hazards.ACCESS_EXCLUSIVE))))
                .toList();
    }

    /** Whether keys to a table have triggers in it or in one below it, all of which are locked when those go. */
    private static boolean hasTriggers(QualifiedName referenced, Context context) {
        boolean isPartitioned = context.from()
                .findTable(referenced)
                .filter(table -> table.form() == Table.Form.PARTITIONED)
                .isPresent();
        return !isPartitioned
                || context.majorVersion() >= TRIGGERS_OF_PARTITIONED_SINCE
                || context.from().relationships().childrenOf(referenced).stream()
                        .anyMatch(child -> hasTriggers(child.name(), context));
    }

    @Override
    public Optional<List<Step>> alter(Table from, Table to, Context context) {
        if (from.form() == Table.Form.FOREIGN && to.form() == Table.Form.FOREIGN && movesServer(from, to)) {
            return Optional.empty();
        }
        var steps = new ArrayList<>(new TableChange(from, to, context).steps());
        steps.addAll(columns(from, to, context));
        return Optional.of(steps);
    }

    private static boolean movesServer(Table from, Table to) {
        return from.foreign() != null
                && to.foreign() != null
                && !from.foreign().server().equals(to.foreign().server());
    }

    private static List<Step> columns(Table from, Table to, Context context) {
        var lineage = new Lineage(context);
        var columns = new TableColumns(to, context);
        var steps = new ArrayList<Step>();
        boolean followsType = to.ofType() != null && to.ofType().equals(from.ofType());
        for (Column column : from.columns()) {
            if (to.findColumn(column.name()).isEmpty() && !followsType && !lineage.isInheritedBefore(from, column)) {
                steps.add(columns.drop(column, column.generated() == null ? Set.of(Hazard.Type.DATA_LOSS) : Set.of()));
            }
        }
        for (Column column : to.columns()) {
            Optional<Column> old = from.findColumn(column.name());
            lineage.refuseLosingOwnership(to, old, column);
            if (old.isPresent()) {
                Column before = followsType ? retyped(old.get(), column) : old.get();
                steps.addAll(new ColumnChange(to, before, column, context).steps());
            } else if (followsType) {
                steps.addAll(new ColumnChange(to, asTypeGives(column), column, context).steps());
            } else if (!lineage.isInheritedAfter(to, column)) {
                steps.add(columns.add(column));
            } else {
                steps.addAll(columns.addedAbove(column));
            }
        }
        return steps;
    }

    /** A column of a typed table, as it is when its type has changed. */
    private static Column retyped(Column from, Column to) {
        return new Column(
                from.name(),
                to.type(),
                to.collation(),
                from.notNull(),
                from.defaultExpression(),
                from.identity(),
                from.generated(),
                from.storage(),
                from.inherited(),
                from.attributes());
    }

    /** A column of a typed table, as it is when its type has just got it. */
    private static Column asTypeGives(Column column) {
        var storage = new Column.Storage(null, null, null, Options.none(), Options.none());
        return new Column(
                column.name(),
                column.type(),
                column.collation(),
                false,
                null,
                null,
                null,
                storage,
                column.inherited(),
                Attributes.none());
    }

    /** The table, its columns and their defaults. */
    static Set<Part> parts(Table table) {
        Set<Part> parts = new HashSet<>();
        parts.add(Part.of(table.key()));
        for (Column column : table.columns()) {
            parts.add(Part.ofColumn(table.key(), column.name()));
            if (column.defaultExpression() != null || column.generated() != null) {
                parts.add(Part.ofDefault(table.key(), column.name()));
            }
        }
        return parts;
    }
}

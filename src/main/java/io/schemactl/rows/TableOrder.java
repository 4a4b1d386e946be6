package io.schemactl.rows;

import io.schemactl.catalog.Column;
import io.schemactl.catalog.ForeignKey;
import io.schemactl.catalog.Table;
import io.schemactl.sql.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says which table to fill next, so that what its foreign keys refer to is there. */
final class TableOrder {

    private final Types types;
    private final Partitions partitions;
    private final Map<QualifiedName, Table> left = new LinkedHashMap<>();
    private final Map<QualifiedName, List<ForeignKey>> keys = new HashMap<>();

    TableOrder(Collection<Table> tables, Shapes shapes, Types types, Partitions partitions) {
        this.types = types;
        this.partitions = partitions;
        tables.forEach(table -> left.put(table.name(), table));
        tables.forEach(table -> keys.put(table.name(), shapes.foreignKeys(table.name())));
    }

    boolean isDone() {
        return left.isEmpty();
    }

    /**
     * The next tables to fill.
     *
     * @param tables one, or several that need a first row together because each needs another's
     * @param postponed foreign keys that must be NULL until their table has rows
     */
    record Step(List<Table> tables, List<ForeignKey> postponed, boolean needsEachOther) {}

    /** The next step; its tables count as filled from now on. */
    Step next() {
        Step step = findFree().or(this::findNullable).orElseGet(this::circle);
        step.tables().forEach(table -> left.remove(table.name()));
        return step;
    }

    private Optional<Step> findFree() {
        return left.values().stream()
                .filter(table -> blocking(table).isEmpty())
                .findFirst()
                .map(table -> new Step(List.of(table), List.of(), false));
    }

    private Optional<Step> findNullable() {
        return left.values().stream()
                .filter(table -> required(table).isEmpty())
                .min(java.util.Comparator.comparingInt(table -> blocking(table).size()))
                .map(table -> new Step(List.of(table), blocking(table), false));
    }

    /** Tables each of which needs a row of another of them, found by following foreign keys until they come back. */
    private Step circle() {
        Set<QualifiedName> reached = new LinkedHashSet<>();
        QualifiedName at = left.keySet().iterator().next();
        while (reached.add(at)) {
            at = partitions.rootOf(required(table(at)).get(0).referenced());
        }
        Set<QualifiedName> circle = new LinkedHashSet<>();
        var waiting = new ArrayList<>(List.of(at));
        while (!waiting.isEmpty()) {
            QualifiedName name = waiting.remove(0);
            if (circle.add(name)) {
                required(table(name)).forEach(key -> waiting.add(partitions.rootOf(key.referenced())));
            }
        }
        List<Table> tables = circle.stream().map(this::table).toList();
        List<ForeignKey> postponed = tables.stream()
                .flatMap(table ->
                        blocking(table).stream().filter(key -> !required(table).contains(key)))
                .toList();
        return new Step(tables, postponed, true);
    }

    private Table table(QualifiedName name) {
        Table table = left.get(name);
        if (table == null) {
            throw new IllegalStateException("not left: " + name);
        }
        return table;
    }

    /** The foreign keys that refer to tables which are not filled yet; to the table itself only if it cannot be NULL. */
    private List<ForeignKey> blocking(Table table) {
        return keys.getOrDefault(table.name(), List.of()).stream()
                .filter(key -> left.containsKey(partitions.rootOf(key.referenced())))
                .filter(key -> !isToItself(key, table) || !mayBeNull(key, table))
                .toList();
    }

    private boolean isToItself(ForeignKey key, Table table) {
        return partitions.rootOf(key.referenced()).equals(table.name());
    }

    /** Those of them that cannot be NULL. */
    List<ForeignKey> required(Table table) {
        return blocking(table).stream().filter(key -> !mayBeNull(key, table)).toList();
    }

    private boolean mayBeNull(ForeignKey key, Table table) {
        List<Column> columns = table.columns().stream()
                .filter(column -> key.columns().contains(column.name()))
                .toList();
        return key.match() == ForeignKey.Match.FULL
                ? columns.stream().allMatch(column -> isNullable(table, column))
                : columns.stream().anyMatch(column -> isNullable(table, column));
    }

    private boolean isNullable(Table table, Column column) {
        return !column.notNull()
                && column.generated() == null
                && types.findColumn(table.name(), column.name())
                        .filter(type -> types.refusesNull(type.use()))
                        .isEmpty();
    }
}

package io.schemactl.rows;

import io.schemactl.catalog.ForeignKey;
import io.schemactl.sql.Identifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Columns whose values depend on each other by conditions and foreign keys, and on no others.
 *
 * @param columns the columns
 * @param conditions the conditions
 * @param keys the foreign keys
 */
record Group(List<ColumnPlan> columns, List<Condition> conditions, List<ForeignKey> keys) {

    /** Copies the lists. */
    Group {
        columns = List.copyOf(columns);
        conditions = List.copyOf(conditions);
        keys = List.copyOf(keys);
    }

    boolean isOfOneOf(Collection<Identifier> names) {
        return columns.stream().anyMatch(column -> names.contains(column.name()));
    }

    /** Whether any of its columns may be left out. */
    boolean hasChoice() {
        return columns.stream().anyMatch(column -> !column.required() || column.defaultExpression() != null);
    }

    /** Parts columns into groups. */
    static List<Group> of(Collection<ColumnPlan> columns, List<Condition> conditions, List<ForeignKey> keys) {
        Map<Identifier, Set<Identifier>> sets = new LinkedHashMap<>();
        columns.forEach(column -> sets.put(column.name(), new LinkedHashSet<>(Set.of(column.name()))));
        conditions.forEach(condition -> unite(sets, condition.columns()));
        keys.forEach(key -> unite(sets, key.columns()));
        var groups = new ArrayList<Group>();
        for (Set<Identifier> names : new LinkedHashSet<>(sets.values())) {
            groups.add(new Group(
                    columns.stream()
                            .filter(column -> names.contains(column.name()))
                            .toList(),
                    conditions.stream()
                            .filter(condition -> condition.columns().stream().anyMatch(names::contains))
                            .toList(),
                    keys.stream()
                            .filter(key -> key.columns().stream().anyMatch(names::contains))
                            .toList()));
        }
        return groups;
    }

    private static void unite(Map<Identifier, Set<Identifier>> sets, Collection<Identifier> names) {
        Set<Identifier> united = new LinkedHashSet<>();
        for (Identifier name : names) {
            united.addAll(sets.getOrDefault(name, Set.of()));
        }
        united.forEach(name -> sets.put(name, united));
    }
}

package io.schemactl.rows;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.CheckConstraint;
import io.schemactl.catalog.Column;
import io.schemactl.catalog.Constraint;
import io.schemactl.catalog.ExclusionConstraint;
import io.schemactl.catalog.ForeignKey;
import io.schemactl.catalog.Index;
import io.schemactl.catalog.IndexKey;
import io.schemactl.catalog.KeyConstraint;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.NotNullConstraint;
import io.schemactl.catalog.Table;
import io.schemactl.sql.Identifier;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Knows which columns of a table to change when the server names what a row violates. */
final class Rivals {

    private final Table table;
    private final Map<Identifier, String> generated;
    private final Map<Identifier, Set<Identifier>> columns = new HashMap<>();

    /** The constraints and unique indexes of a table and of its partitions. */
    Rivals(Catalog catalog, Table table, Map<Identifier, String> generated) {
        this.table = table;
        this.generated = generated;
        add(catalog, table, new HashSet<>());
    }

    private void add(Catalog catalog, Table at, Set<Table> seen) {
        if (!seen.add(at)) {
            return;
        }
        catalog.partsOf(at.name(), Kind.CONSTRAINT, Constraint.class)
                .forEach(constraint -> put(constraint.name(), columns(constraint)));
        catalog.partsOf(at.name(), Kind.INDEX, Index.class)
                .filter(index -> index.uniqueness().unique())
                .forEach(index -> put(index.name(), columns(index)));
        catalog.relationships().childrenOf(at.name()).stream()
                .filter(child -> child.inheritance().partitionBound() != null)
                .forEach(child -> add(catalog, child, seen));
    }

    private void put(Identifier name, Set<Identifier> mentioned) {
        columns.computeIfAbsent(name, key -> new LinkedHashSet<>()).addAll(Shapes.sources(mentioned, table, generated));
    }

    private Set<Identifier> columns(Constraint constraint) {
        if (constraint instanceof KeyConstraint key) {
            return new LinkedHashSet<>(key.columns());
        }
        if (constraint instanceof ForeignKey key) {
            return new LinkedHashSet<>(key.columns());
        }
        if (constraint instanceof CheckConstraint check) {
            return mentioned(check.expression());
        }
        if (constraint instanceof ExclusionConstraint exclusion) {
            return mentioned(exclusion.definition());
        }
        return constraint instanceof NotNullConstraint notNull ? Set.of(notNull.column()) : Set.of();
    }

    private Set<Identifier> columns(Index index) {
        Set<Identifier> found = new LinkedHashSet<>();
        for (IndexKey key : index.keys()) {
            if (key.column() != null) {
                found.add(key.column());
            }
            found.addAll(mentioned(key.expression()));
        }
        found.addAll(mentioned(index.predicate()));
        return found;
    }

    private Set<Identifier> mentioned(@Nullable String expression) {
        List<Identifier> names = table.columns().stream().map(Column::name).toList();
        return expression == null ? Set.of() : Condition.mentioned(expression, names);
    }

    /** The columns that may be at fault; empty if any may be. */
    Collection<Identifier> atFault(Refusal refusal) {
        if (refusal.constraint() != null) {
            return columns.getOrDefault(refusal.constraint(), Set.of());
        }
        return refusal.column() == null ? Set.of() : Set.of(refusal.column());
    }
}

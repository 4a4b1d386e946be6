package io.schemactl.diff;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.Column;
import io.schemactl.catalog.KeyConstraint;
import io.schemactl.catalog.Table;
import io.schemactl.catalog.form.CatalogForm;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Finds tables that certainly are others under new names, although they also changed in one other way: a column came, went or
 * became another, or one of the table's own properties did. Whatever is not certain would give a table the rows of another.
 */
final class ChangedTables {

    /** Tables with fewer columns alike may be alike by chance. */
    private static final int DISTINCT_ENOUGH = 3;

    /** What the default of a serial column begins with; its sequence is named after the table. */
    private static final String SEQUENCE_VALUE = "nextval(";

    /** How many columns of a table may differ from another's that might be meant as well: one of them may have another name. */
    private static final int RIVALS = 2;

    /**
     * What is compared first, and fast, because there may be thousands.
     *
     * @param table the table
     * @param columns the names of its columns
     * @param key its primary key
     */
    private record Sketch(Table table, Set<Identifier> columns, KeyConstraint key) {

        boolean isLike(Sketch other) {
            return sameKey(key, other.key)
                    && table.form() == other.table.form()
                    && without(other) <= RIVALS
                    && other.without(this) <= RIVALS;
        }

        private int without(Sketch other) {
            int missing = 0;
            for (Identifier column : columns) {
                if (!other.columns.contains(column) && ++missing > RIVALS) {
                    break;
                }
            }
            return missing;
        }
    }

    /**
     * Two tables that may be one.
     *
     * @param pair the tables
     * @param distance in how many ways they differ
     */
    private record Possible(Candidates.Pair pair, int distance) {

        boolean contradicts(Possible other) {
            return pair.from().equals(other.pair.from()) || pair.to().equals(other.pair.to());
        }
    }

    private ChangedTables() {}

    /** Tables that are gone, and the only ones that each of them can have become. */
    static List<Candidates.Pair> of(Collection<CatalogObject> gone, Collection<CatalogObject> come) {
        List<Sketch> after = sketches(come);
        List<Possible> possible = new ArrayList<>();
        for (Sketch before : sketches(gone)) {
            after.stream()
                    .filter(before::isLike)
                    .flatMap(each -> possible(before.table(), each.table()).stream())
                    .forEach(possible::add);
        }
        return possible.stream()
                .filter(each -> each.distance() <= 1)
                .filter(each -> possible.stream().allMatch(other -> other.equals(each) || !other.contradicts(each)))
                .map(Possible::pair)
                .toList();
    }

    private static List<Sketch> sketches(Collection<CatalogObject> objects) {
        Map<QualifiedName, KeyConstraint> keys = new HashMap<>();
        for (CatalogObject object : objects) {
            if (object instanceof KeyConstraint key && key.primary()) {
                keys.put(key.relation(), key);
            }
        }
        List<Sketch> sketches = new ArrayList<>();
        for (CatalogObject object : objects) {
            if (object instanceof Table table
                    && table.form() != Table.Form.FOREIGN
                    && table.inheritance().parents().isEmpty()
                    && keys.containsKey(table.name())) {
                Set<Identifier> columns = new HashSet<>();
                table.columns().forEach(column -> columns.add(column.name()));
                sketches.add(new Sketch(table, columns, keys.get(table.name())));
            }
        }
        return sketches;
    }

    private static boolean sameKey(KeyConstraint one, KeyConstraint other) {
        return one.columns().equals(other.columns())
                && one.include().equals(other.include())
                && one.withoutOverlaps() == other.withoutOverlaps()
                && one.deferral() == other.deferral();
    }

    private static Optional<Possible> possible(Table from, Table to) {
        boolean sameComment =
                Objects.equals(from.attributes().comment(), to.attributes().comment());
        if (!sameComment || !(Renames.renamed(from, to) instanceof Table renamed)) {
            return Optional.empty();
        }
        Set<Column> before = columns(renamed);
        Set<Column> after = columns(to);
        Set<Column> alike = new HashSet<>(before);
        alike.retainAll(after);
        before.removeAll(alike);
        after.removeAll(alike);
        Set<Identifier> changed = new HashSet<>();
        before.forEach(column -> changed.add(column.name()));
        after.forEach(column -> changed.add(column.name()));
        int distance = changed.size() + (withoutColumns(renamed).equals(withoutColumns(to)) ? 0 : 1);
        return alike.size() >= DISTINCT_ENOUGH && distance <= RIVALS
                ? Optional.of(new Possible(new Candidates.Pair(from, renamed, to), distance))
                : Optional.empty();
    }

    private static Set<Column> columns(Table table) {
        Set<Column> columns = new HashSet<>();
        table.columns().forEach(column -> columns.add(isSerial(column) ? withoutDefault(column) : column));
        return columns;
    }

    private static boolean isSerial(Column column) {
        return column.defaultExpression() != null && column.defaultExpression().startsWith(SEQUENCE_VALUE);
    }

    private static Column withoutDefault(Column column) {
        return new Column(
                column.name(),
                column.type(),
                column.collation(),
                column.notNull(),
                SEQUENCE_VALUE,
                column.identity(),
                column.generated(),
                column.storage(),
                column.inherited(),
                column.attributes());
    }

    private static ObjectNode withoutColumns(Table table) {
        ObjectNode tree = CatalogForm.properties(table);
        tree.remove("columns");
        return tree;
    }
}

package io.schemactl.diff.plan;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Table;
import io.schemactl.diff.Hazard;
import io.schemactl.diff.Statement;
import io.schemactl.diff.ddl.Context;
import io.schemactl.diff.ddl.PartitionSteps;
import io.schemactl.diff.ddl.Step;
import io.schemactl.sql.QualifiedName;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Follows which partitioned tables have partitions while a migration goes on: one without has no rows that a statement could read. */
final class RowlessTables {

    private static final Set<Hazard.Type> ABOUT_ROWS = EnumSet.of(
            Hazard.Type.TABLE_REWRITE, Hazard.Type.TABLE_SCAN, Hazard.Type.MAY_FAIL, Hazard.Type.INDEX_BUILD);

    private final Context context;
    private final Catalog from;
    private final Catalog to;
    private final Map<QualifiedName, QualifiedName> parents = new HashMap<>();

    RowlessTables(Context context) {
        this.context = context;
        this.from = context.from();
        this.to = context.to();
        from.all(Table.class)
                .filter(table -> table.inheritance().partitionBound() != null)
                .forEach(table -> parents.put(table.name(), parent(table)));
    }

    private static QualifiedName parent(Table table) {
        return table.inheritance().parents().get(0);
    }

    /** The statements of all steps, without the hazards that only rows would be in. */
    List<Statement> statements(List<Placed> steps) {
        var statements = new ArrayList<Statement>();
        for (Placed placed : steps) {
            placed.step().statements().forEach(statement -> statements.add(truthful(statement)));
            follow(placed.step());
        }
        return statements;
    }

    private Statement truthful(Statement statement) {
        List<Hazard> hazards = statement.hazards().stream()
                .filter(hazard -> !ABOUT_ROWS.contains(hazard.type()) || !isRowless(hazard.object()))
                .toList();
        return new Statement(statement.sql(), hazards, statement.transactional());
    }

    private void follow(Step step) {
        step.takes().forEach(part -> {
            if (part.object().kind() == Kind.TABLE) {
                find(from, part.object())
                        .filter(table -> part.column() == null || part.equals(PartitionSteps.detachment(table.key())))
                        .ifPresent(table -> parents.remove(table.name()));
            }
        });
        step.makes().forEach(part -> {
            if (part.object().kind() == Kind.TABLE) {
                find(to, part.object())
                        .filter(table -> table.inheritance().partitionBound() != null)
                        .filter(table -> part.equals(PartitionSteps.attachment(table)) || isPartitionAtOnce(table))
                        .ifPresent(table -> parents.put(table.name(), parent(table)));
            }
        });
    }

    /** Whether a table is a partition as soon as it is made; it takes a place below a table that was there before at the end. */
    private boolean isPartitionAtOnce(Table table) {
        return find(from, table.key()).isEmpty() && !PartitionSteps.isAttachedLater(table.name(), context);
    }

    private static Optional<Table> find(Catalog catalog, ObjectKey key) {
        return catalog.find(Table.class, key);
    }

    /** Whether an object is a partitioned table without rows, or a column of one. */
    private boolean isRowless(String object) {
        return from.all(Table.class)
                .filter(table -> table.form() == Table.Form.PARTITIONED)
                .filter(table -> object.equals(table.name().display())
                        || object.startsWith(table.name().display() + "."))
                .anyMatch(table -> !hasRows(table.name()));
    }

    private boolean hasRows(QualifiedName table) {
        return parents.entrySet().stream()
                .filter(entry -> entry.getValue().equals(table))
                .map(Map.Entry::getKey)
                .anyMatch(child -> isLeaf(child) || hasRows(child));
    }

    private boolean isLeaf(QualifiedName name) {
        return from.findTable(name)
                .or(() -> to.findTable(name))
                .filter(table -> table.form() == Table.Form.ORDINARY)
                .isPresent();
    }
}

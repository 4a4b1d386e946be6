package io.schemactl.diff.ddl;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.Constraint;
import io.schemactl.catalog.Index;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.Part;
import io.schemactl.catalog.Table;
import io.schemactl.diff.Hazard;
import io.schemactl.diff.Statement;
import io.schemactl.sql.QualifiedName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Attaches partitions and detaches them. */
final class PartitionSteps {

    private PartitionSteps() {}

    /**
     * A partition takes its place last, so that PostgreSQL finds the indexes and constraints that its parent demands of it, instead of
     * making others with names of its own.
     */
    static Step attach(Table table, Context context) {
        QualifiedName parent = table.inheritance().parents().get(0);
        String sql = "ALTER TABLE ONLY %s ATTACH PARTITION %s %s"
                .formatted(
                        parent.quoted(),
                        table.name().quoted(),
                        table.inheritance().partitionBound());
        Statement statement = isThere(context.from(), parent)
                ? Statement.of(
                        sql,
                        new Hazard(Hazard.Type.LOCK, parent.display(), "SHARE UPDATE EXCLUSIVE"),
                        Hazard.of(Hazard.Type.MAY_FAIL, table.name().display()))
                : Statement.of(sql);
        Set<Part> after = new HashSet<>();
        after.add(Part.of(table.key()));
        after.add(Part.of(io.schemactl.catalog.ObjectKey.of(Kind.TABLE, parent)));
        parts(context.to(), table.name()).forEach(after::add);
        parts(context.to(), parent).forEach(after::add);
        return new Step(List.of(statement), Set.of(attachment(table)), Set.of(), after);
    }

    /** Detaches a partition that stays as a table. */
    static Step detach(Table from, Context context) {
        QualifiedName parent = from.inheritance().parents().get(0);
        String sql = "ALTER TABLE %s DETACH PARTITION %s"
                .formatted(parent.quoted(), from.name().quoted());
        var statements = new ArrayList<Statement>();
        boolean concurrently = !context.singleTransaction() && !hasDefaultPartition(context.from(), parent);
        statements.add(
                concurrently
                        ? Statement.alone(sql + " CONCURRENTLY")
                        : Statement.of(sql, Hazard.accessExclusive(parent.display())));
        return new Step(statements, Set.of(Part.of(from.key())), Set.of(attachment(from)));
    }

    /** What stands for a partition's place under its parent. */
    static Part attachment(Table table) {
        return new Part(table.key(), new io.schemactl.sql.Identifier("\u0001attached"), true);
    }

    private static Stream<Part> parts(Catalog catalog, QualifiedName table) {
        return Stream.concat(
                catalog.partsOf(table, Kind.INDEX, Index.class).map(index -> Part.of(index.key())),
                catalog.partsOf(table, Kind.CONSTRAINT, Constraint.class).map(each -> Part.of(each.key())));
    }

    private static boolean isThere(Catalog catalog, QualifiedName table) {
        return catalog.findTable(table).isPresent();
    }

    private static boolean hasDefaultPartition(Catalog catalog, QualifiedName parent) {
        return catalog.all(Table.class)
                .filter(table -> table.inheritance().parents().contains(parent))
                .anyMatch(table -> "DEFAULT".equals(table.inheritance().partitionBound()));
    }
}

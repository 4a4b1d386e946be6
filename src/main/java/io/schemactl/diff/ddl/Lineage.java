package io.schemactl.diff.ddl;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.Column;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Part;
import io.schemactl.catalog.Table;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import io.schemactl.sql.SqlLexer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which tables pass their columns on to which: parents to children, partitioned tables to partitions. */
final class Lineage {

    /** The first major version in which partitions share the identity columns of the table above. */
    private static final int IDENTITY_OF_PARTITIONS_SINCE = 17;

    private final Context context;

    Lineage(Context context) {
        this.context = context;
    }

    /** Says that what a child has of itself stays its own when a parent has it too; a partition has nothing of itself. */
    void refuseLosingOwnership(Table table, Optional<Column> from, Column to) {
        boolean isOwn = from.map(column -> !column.inherited()).orElseGet(() -> !keepsParents(table));
        boolean isPartition = context.to()
                .findTable(table.name())
                .filter(after -> after.inheritance().partitionBound() != null)
                .isPresent();
        if (to.inherited() && isOwn && !isPartition) {
            throw new Unmigratable(
                    "column %s of %s: it would be the table's own, and cannot become one that is only inherited"
                            .formatted(to.name().display(), table.name().display()));
        }
    }

    /** Whether a column comes only from a table above that stays above. */
    boolean isInheritedBefore(Table table, Column column) {
        return column.inherited() && keepsParents(table);
    }

    /** Whether a column will come only from a table above that is above already. */
    boolean isInheritedAfter(Table table, Column column) {
        return column.inherited() && keepsParents(table);
    }

    /** Whether the identity of a table's columns is that of a partitioned table above. */
    boolean hasIdentityFromAbove(Catalog catalog, Table table) {
        return context.majorVersion() >= IDENTITY_OF_PARTITIONS_SINCE
                && catalog.findTable(table.name())
                        .filter(each -> each.inheritance().partitionBound() != null)
                        .isPresent();
    }

    /** Whether a table gets and loses the identity of its columns with the partitioned table above. */
    boolean staysPartition(Table table) {
        return hasIdentityFromAbove(context.from(), table)
                && hasIdentityFromAbove(context.to(), table)
                && keepsParents(table);
    }

    /** Whether the same change of NOT NULL happens in a table above, which passes it on. */
    boolean isNotNullFromAbove(Table table, Identifier column) {
        return keepsParents(table) && parents(table).stream().anyMatch(parent -> changesNotNull(parent, column));
    }

    /** A column and its counterparts in all tables below that stay. */
    List<Part> columns(Table table, Identifier column) {
        return columns(table.name(), column);
    }

    List<Part> columns(QualifiedName table, Identifier column) {
        var parts = new ArrayList<Part>();
        parts.add(Part.ofColumn(ObjectKey.of(Kind.TABLE, table), column));
        context.from().relationships().childrenOf(table).stream()
                .filter(child -> staysBelow(child, table))
                .forEach(child -> parts.addAll(columns(child.name(), column)));
        return parts;
    }

    /** Whether a table below keeps, as its own, a column that only a table above gave it; a partition never does. */
    boolean isKeptBelow(QualifiedName table, Identifier column) {
        return context.from().relationships().childrenOf(table).stream()
                .filter(child -> child.inheritance().partitionBound() == null && staysBelow(child, table))
                .anyMatch(child -> isKept(child, column) || isKeptBelow(child.name(), column));
    }

    private boolean staysBelow(Table child, QualifiedName table) {
        return context.stays(child.key())
                && context.to()
                        .findTable(child.name())
                        .filter(after -> after.inheritance().parents().contains(table))
                        .isPresent();
    }

    private boolean isKept(Table child, Identifier column) {
        return child.findColumn(column).filter(Column::inherited).isPresent()
                && context.to()
                        .findTable(child.name())
                        .flatMap(after -> after.findColumn(column))
                        .filter(after -> !after.inherited())
                        .isPresent();
    }

    /** The tables directly below that lose a column that only a table above gave them. */
    List<QualifiedName> losersBelow(QualifiedName table, Identifier column) {
        return context.from().relationships().childrenOf(table).stream()
                .filter(child -> staysBelow(child, table))
                .filter(child ->
                        child.findColumn(column).filter(Column::inherited).isPresent())
                .filter(child -> context.to()
                        .findTable(child.name())
                        .filter(after -> after.findColumn(column).isEmpty())
                        .isPresent())
                .map(Table::name)
                .toList();
    }

    /** Whether rows are told apart by a column, in a table or in one below it. */
    boolean isPartitionKey(Table table, Identifier column) {
        String key = context.from()
                .findTable(table.name())
                .map(each -> each.inheritance().partitionKey())
                .orElse("");
        return SqlLexer.tokens(key).stream()
                        .anyMatch(token -> token.isName() && token.name().equals(column.name()))
                || context.from().relationships().childrenOf(table.name()).stream()
                        .anyMatch(child -> isPartitionKey(child, column));
    }

    private boolean changesNotNull(QualifiedName parent, Identifier column) {
        boolean before = context.from()
                .findTable(parent)
                .flatMap(table -> table.findColumn(column))
                .map(Column::notNull)
                .orElse(false);
        boolean after = context.to()
                .findTable(parent)
                .flatMap(table -> table.findColumn(column))
                .map(Column::notNull)
                .orElse(false);
        return before != after;
    }

    private List<QualifiedName> parents(Table table) {
        return context.to()
                .findTable(table.name())
                .map(each -> each.inheritance().parents())
                .orElse(List.of());
    }

    private boolean keepsParents(Table table) {
        List<QualifiedName> before = context.from()
                .findTable(table.name())
                .map(each -> each.inheritance().parents())
                .orElse(List.of());
        return !before.isEmpty() && parents(table).equals(before);
    }
}

package io.schemactl.scaffold;

import io.schemactl.catalog.Column;
import io.schemactl.catalog.EnumType;
import io.schemactl.catalog.Index;
import io.schemactl.catalog.KeyConstraint;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Reading;
import io.schemactl.catalog.Table;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import io.schemactl.sql.WrittenName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a change finds.
 *
 * @param reading the schemas
 * @param schema the schema of names without one
 */
public record Place(Reading reading, Identifier schema) {

    /** The table that a name means. */
    Table table(WrittenName name) {
        return reading.catalog().findTable(name.in(schema)).orElseThrow(() -> {
            String known = String.join(
                    ", ",
                    reading.catalog()
                            .all(Table.class)
                            .map(table -> table.name().display())
                            .limit(20)
                            .toList());
            return Refusal.of(
                    "the changelog makes no table %s".formatted(name.in(schema).display()),
                    known.isEmpty() ? "it makes no tables at all" : "the tables are: " + known);
        });
    }

    /** The column of a table. */
    Column column(Table table, Identifier name) {
        return table.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.of(
                        "table %s has no column %s".formatted(table.name().display(), name.display()),
                        "its columns are: "
                                + String.join(
                                        ", ",
                                        table.columns().stream()
                                                .map(column -> column.name().display())
                                                .toList())));
    }

    /** The enum type that a name means. */
    EnumType enumType(WrittenName name) {
        return reading.catalog()
                .find(EnumType.class, ObjectKey.of(Kind.ENUM, name.in(schema)))
                .orElseThrow(() -> Refusal.of(
                        "the changelog makes no enum type %s"
                                .formatted(name.in(schema).display()),
                        "make one with --enum"));
    }

    /** The columns of a table's primary key; none if it has no such key. */
    List<Identifier> primaryKey(QualifiedName table) {
        return keys(table)
                .filter(KeyConstraint::primary)
                .findFirst()
                .map(KeyConstraint::columns)
                .orElse(List.of());
    }

    private Stream<KeyConstraint> keys(QualifiedName table) {
        return reading.catalog().objects().values().stream()
                .filter(KeyConstraint.class::isInstance)
                .map(KeyConstraint.class::cast)
                .filter(key -> key.relation().equals(table));
    }

    /** The columns of a table's valid B-tree indexes without a predicate, in the order of the indexes' names. */
    Stream<Identifier> leadingColumns(QualifiedName table) {
        return indexes(table)
                .filter(index -> index.method().equals("btree")
                        && index.predicate() == null
                        && index.state().valid())
                .flatMap(index -> Stream.ofNullable(index.keys().get(0).column()));
    }

    /** Whether an index begins with columns, whatever their order. */
    boolean isIndexed(QualifiedName table, List<Identifier> columns) {
        return indexes(table)
                .filter(index -> index.method().equals("btree")
                        && index.predicate() == null
                        && index.keys().size() >= columns.size())
                .anyMatch(index -> index.keys().subList(0, columns.size()).stream()
                        .map(key -> Optional.ofNullable(key.column()))
                        .toList()
                        .containsAll(columns.stream().map(Optional::of).toList()));
    }

    /** Whether an index of a schema could not have a name, because something else has it. */
    boolean isTaken(Identifier inSchema, Identifier name) {
        return reading.catalog().relationships().isTaken(new QualifiedName(inSchema, name));
    }

    /** The partitions of a table, in the order of their names; none if it has none. */
    List<Table> partitions(QualifiedName table) {
        return reading.catalog().relationships().childrenOf(table).stream()
                .filter(child -> child.inheritance().partitionBound() != null)
                .toList();
    }

    /** The partitions below a table that hold rows. */
    Stream<Table> leaves(QualifiedName table) {
        return partitions(table).stream()
                .flatMap(child -> isPartitioned(child) ? leaves(child.name()) : Stream.of(child));
    }

    /** Whether the rows of a table are in partitions. */
    static boolean isPartitioned(Table table) {
        return table.form() == Table.Form.PARTITIONED;
    }

    private Stream<Index> indexes(QualifiedName table) {
        return reading.catalog()
                .all(Index.class)
                .filter(index -> index.relation().equals(table));
    }
}

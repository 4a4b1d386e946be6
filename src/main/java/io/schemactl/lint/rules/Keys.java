package io.schemactl.lint.rules;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.Column;
import io.schemactl.catalog.ForeignKey;
import io.schemactl.catalog.Index;
import io.schemactl.catalog.KeyConstraint;
import io.schemactl.catalog.Kind;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks a catalog about keys. */
final class Keys {

    private Keys() {}

    /** A table's primary key. */
    static Optional<KeyConstraint> primary(Catalog catalog, QualifiedName table) {
        return catalog.partsOf(table, Kind.CONSTRAINT, KeyConstraint.class)
                .filter(KeyConstraint::primary)
                .findFirst();
    }

    /** A table's indexes. */
    static List<Index> indexes(Catalog catalog, QualifiedName table) {
        return catalog.partsOf(table, Kind.INDEX, Index.class).toList();
    }

    /** A table's foreign keys. */
    static List<ForeignKey> foreign(Catalog catalog, QualifiedName table) {
        return catalog.partsOf(table, Kind.CONSTRAINT, ForeignKey.class).toList();
    }

    /** A column's type; nothing if there is no such column. */
    static Optional<String> type(Catalog catalog, QualifiedName table, Identifier column) {
        return catalog.findTable(table)
                .flatMap(found -> found.findColumn(column))
                .map(Column::type);
    }

    /** Whether a column refuses NULL. */
    static boolean isNotNull(Catalog catalog, QualifiedName table, Identifier column) {
        return catalog.findTable(table)
                .flatMap(found -> found.findColumn(column))
                .filter(Column::notNull)
                .isPresent();
    }

    /** Names as people list them. */
    static String list(List<Identifier> names) {
        return names.stream().map(Identifier::display).collect(Collectors.joining(", "));
    }
}

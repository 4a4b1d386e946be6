package io.schemactl.diff;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.Column;
import io.schemactl.catalog.CompositeType;
import io.schemactl.catalog.Table;
import java.util.Comparator;
import java.util.List;

/** The one thing that a migration cannot restore: PostgreSQL adds columns at the end only. */
final class ColumnOrder {

    private ColumnOrder() {}

    /** The catalog with all columns of tables and composite types sorted by their names. */
    static Catalog ignored(Catalog catalog) {
        return Catalog.of(
                catalog.objects().values().stream().map(ColumnOrder::sorted).toList());
    }

    private static CatalogObject sorted(CatalogObject object) {
        if (object instanceof Table table) {
            return new Table(
                    table.name(),
                    table.form(),
                    table.persistence(),
                    sorted(table.columns()),
                    table.storage(),
                    table.rowSecurity(),
                    table.replicaIdentity(),
                    table.inheritance(),
                    table.foreign(),
                    table.ofType(),
                    table.attributes());
        }
        return object instanceof CompositeType type
                ? new CompositeType(type.name(), sorted(type.columns()), type.attributes())
                : object;
    }

    private static List<Column> sorted(List<Column> columns) {
        return columns.stream().sorted(Comparator.comparing(Column::name)).toList();
    }
}

package io.schemactl.catalog;

import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.List;
import java.util.Optional;

/** A table or view: something with columns that a query can read. */
public sealed interface Relation extends CatalogObject permits Table, View {

    /** Its name. */
    QualifiedName name();

    /** Its columns, in their order. */
    List<Column> columns();

    /** The column with a name. */
    default Optional<Column> findColumn(Identifier column) {
        return columns().stream().filter(each -> each.name().equals(column)).findFirst();
    }
}

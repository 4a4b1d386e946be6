package io.schemactl.catalog;

import io.schemactl.sql.QualifiedName;
import java.util.List;

/**
 * A composite type made by {@code CREATE TYPE}.
 *
 * @param name its name
 * @param columns its attributes, in their order
 * @param attributes its owner, grants, comment and labels
 */
public record CompositeType(QualifiedName name, List<Column> columns, Attributes attributes) implements CatalogObject {
    /** Copies the columns. */
    public CompositeType {
        columns = List.copyOf(columns);
    }

    @Override
    public ObjectKey key() {
        return ObjectKey.of(Kind.COMPOSITE_TYPE, name);
    }

    @Override
    public CompositeType with(Attributes changed) {
        return new CompositeType(name, columns, changed);
    }
}

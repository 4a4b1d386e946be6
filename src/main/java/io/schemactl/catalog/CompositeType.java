package io.schemactl.catalog;

import io.schemactl.sql.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A composite type made by {@code CREATE TYPE}.
 *
 * @param name its name
 * @param attributes its attributes, in their order
 * @param comment its comment
 */
public record CompositeType(
        QualifiedName name,
        List<Column> attributes,
        @Nullable String comment) implements CatalogObject {
    /** Copies the attributes. */
    public CompositeType {
        attributes = List.copyOf(attributes);
    }

    @Override
    public ObjectKey key() {
        return ObjectKey.of(Kind.COMPOSITE_TYPE, name);
    }
}

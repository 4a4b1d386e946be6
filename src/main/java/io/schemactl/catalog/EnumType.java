package io.schemactl.catalog;

import io.schemactl.sql.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An enum type.
 *
 * @param name its name
 * @param labels its labels, in their order
 * @param comment its comment
 */
public record EnumType(
        QualifiedName name, List<String> labels, @Nullable String comment) implements CatalogObject {
    /** Copies the labels. */
    public EnumType {
        labels = List.copyOf(labels);
    }

    @Override
    public ObjectKey key() {
        return ObjectKey.of(Kind.ENUM, name);
    }
}

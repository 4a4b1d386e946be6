package io.schemactl.catalog;

import io.schemactl.sql.QualifiedName;
import java.util.List;

/**
 * An enum type.
 *
 * @param name its name
 * @param labels its labels, in their order
 * @param attributes its owner, grants, comment and labels
 */
public record EnumType(QualifiedName name, List<String> labels, Attributes attributes) implements CatalogObject {
    /** Copies the labels. */
    public EnumType {
        labels = List.copyOf(labels);
    }

    @Override
    public ObjectKey key() {
        return ObjectKey.of(Kind.ENUM, name);
    }

    @Override
    public EnumType with(Attributes changed) {
        return new EnumType(name, labels, changed);
    }
}

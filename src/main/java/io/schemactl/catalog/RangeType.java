package io.schemactl.catalog;

import io.schemactl.sql.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * A range type, with its multirange type.
 *
 * @param name its name
 * @param subtype the type of its bounds, as {@code format_type} prints it
 * @param operatorClass the B-tree operator class that orders the bounds, if it is not the subtype's default
 * @param collation the collation that orders the bounds, if it is not the subtype's own
 * @param canonical the function that brings ranges into their canonical form
 * @param difference the function that tells the distance of two bounds
 * @param multirange the name of its multirange type
 * @param multirangeComment the comment on its multirange type
 * @param attributes its owner, grants, comment and labels
 */
public record RangeType(
        QualifiedName name,
        String subtype,
        @Nullable QualifiedName operatorClass,
        @Nullable QualifiedName collation,
        @Nullable String canonical,
        @Nullable String difference,
        QualifiedName multirange,
        @Nullable String multirangeComment,
        Attributes attributes)
        implements CatalogObject {

    @Override
    public ObjectKey key() {
        return ObjectKey.of(Kind.RANGE_TYPE, name);
    }

    @Override
    public RangeType with(Attributes changed) {
        return new RangeType(
                name, subtype, operatorClass, collation, canonical, difference, multirange, multirangeComment, changed);
    }
}

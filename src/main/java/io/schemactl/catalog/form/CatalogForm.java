package io.schemactl.catalog.form;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.schemactl.catalog.CatalogObject;

/**
 * The canonical form of a catalog's objects: trees of properties whose names are those of the records' components, in kebab case.
 *
 * <p>Names of objects are texts as people write them, enum constants words in lower case, options mappings; owner, grants, comment
 * and security labels stand among the other properties.
 */
public final class CatalogForm {

    private CatalogForm() {}

    /** An object's properties, all of them; what is absent is null. */
    public static ObjectNode properties(CatalogObject object) {
        return RecordTree.whole(object);
    }

    /** An object's properties that differ from what PostgreSQL gives if nothing is said. */
    public static ObjectNode notable(CatalogObject object) {
        return RecordTree.sparse(object);
    }

    /**
     * The object that has some properties; what they leave out is as PostgreSQL gives it.
     *
     * @throws IllegalArgumentException if there is no such object
     */
    public static <T extends CatalogObject> T object(Class<T> type, ObjectNode properties) {
        return type.cast(new RecordMaker().record(Shape.of(type), properties));
    }
}

package io.schemactl.diff.ddl;

import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.Part;
import io.schemactl.diff.Statement;
import java.util.List;
import java.util.Optional;

/**
 * How objects of a kind are made, taken away and changed in place. Owner, grants, comment and labels of the object itself are not
 * its business: the planner sees to them, by the name.
 *
 * @param <T> the type of the objects
 */
public interface Ddl<T extends CatalogObject> {

    /** The object as {@code DROP}, {@code COMMENT ON} and {@code ALTER … OWNER TO} name it, such as {@code SEQUENCE "a"."b"}. */
    String name(T object);

    /** The steps that make an object, without its owner, grants, comment and labels. */
    List<Step> create(T object, Context context);

    /** The steps that take an object away. */
    default List<Step> drop(T object, Context context) {
        return List.of(Step.taking(Part.of(object.key()), Statement.of("DROP " + name(object))));
    }

    /**
     * The steps that turn one object into another of the same key, or of a new one if it was renamed; empty if PostgreSQL can only
     * replace it. Owner, grants, comment and labels aside, the objects differ.
     */
    default Optional<List<Step>> alter(T from, T to, Context context) {
        return Optional.empty();
    }
}

package io.schemactl.diff.ddl;

import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Part;
import java.util.Set;

/**
 * What a migration must do although catalogs are the same there before and after, because something below is replaced.
 *
 * @param replaced objects that are dropped and created again
 * @param retyped columns whose type is replaced by one of the same name
 * @param reset defaults that are dropped and set again, and generated columns that are added again
 * @param deferred defaults that cannot be set when their table is created, or must go before their table is dropped; views, domains
 *     and routines that come before what they are made of, and go after it
 * @param rebuilt indexes, constraints and statistics that PostgreSQL builds again because a column gets another type
 */
public record Forced(
        Set<ObjectKey> replaced, Set<Part> retyped, Set<Part> reset, Set<Part> deferred, Set<ObjectKey> rebuilt) {

    private static final Forced NONE = new Forced(Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    /** Copies the sets. */
    public Forced {
        replaced = Set.copyOf(replaced);
        retyped = Set.copyOf(retyped);
        reset = Set.copyOf(reset);
        deferred = Set.copyOf(deferred);
        rebuilt = Set.copyOf(rebuilt);
    }

    /** Nothing is forced. */
    public static Forced none() {
        return NONE;
    }
}

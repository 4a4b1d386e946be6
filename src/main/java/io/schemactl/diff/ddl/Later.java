package io.schemactl.diff.ddl;

import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Part;
import io.schemactl.sql.Identifier;

/**
 * Objects that can be there before what they are made of: a view with the right columns but no rows, a domain without its checks. That
 * is how circles begin and end.
 */
public final class Later {

    private static final Identifier SUBSTANCE = new Identifier("\u0001substance");

    private Later() {}

    /** Whether objects of a kind can be there before what they are made of. */
    public static boolean fits(Kind kind) {
        return kind == Kind.VIEW || kind == Kind.DOMAIN;
    }

    /** What stands for a view's query, or a domain's checks and default. */
    public static Part substance(ObjectKey key) {
        return new Part(key, SUBSTANCE, true);
    }

    /** Whether an object comes before what it is made of, and goes after it. */
    static boolean isApart(ObjectKey key, Context context) {
        return context.forced().deferred().contains(Part.of(key));
    }
}

package io.schemactl.diff.ddl;

import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Part;
import io.schemactl.catalog.Routine;
import io.schemactl.sql.Identifier;

/**
 * Objects that can be there before what they are made of: a view with the right columns but no rows, a domain without its checks, a
 * function that only fails. That is how circles begin and end.
 */
public final class Later {

    private static final Identifier SUBSTANCE = new Identifier("\u0001substance");

    private static final Identifier ADDITIONS = new Identifier("\u0001additions");

    private Later() {}

    /** Whether objects of a kind can be there before what they are made of. */
    public static boolean fits(Kind kind) {
        return kind == Kind.VIEW || kind == Kind.DOMAIN || kind == Kind.ROUTINE;
    }

    /** Whether a routine has a body that PostgreSQL keeps as it was understood, so that it needs what it mentions. */
    public static boolean hasBody(Routine routine) {
        return routine.implementation().sqlBody();
    }

    /** Whether a routine mentions another object already where its body is left out. */
    public static boolean isMentionedAtOnce(Routine routine, ObjectKey object) {
        return RoutineText.placeholder(routine).contains(object.name().name());
    }

    /** What stands for a view's query, a domain's checks and default, or a function's body. */
    public static Part substance(ObjectKey key) {
        return new Part(key, SUBSTANCE, true);
    }

    /** What stands for all that was added to the tables and views of an extension. */
    public static Part additions(ObjectKey extension) {
        return new Part(extension, ADDITIONS, true);
    }

    /** Whether an object comes before what it is made of, and goes after it. */
    static boolean isApart(ObjectKey key, Context context) {
        return context.forced().deferred().contains(Part.of(key));
    }
}

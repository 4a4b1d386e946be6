package io.schemactl.catalog;

import io.schemactl.sql.Identifier;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A cast that someone created.
 *
 * @param source the type that is cast
 * @param target the type that it becomes
 * @param method how
 * @param function the function that does it, with its argument types
 * @param context when it is applied
 * @param attributes its comment and labels
 */
public record Cast(
        String source,
        String target,
        Method method,
        @Nullable String function,
        Context context,
        Attributes attributes) implements CatalogObject {

    @Override
    public ObjectKey key() {
        return ObjectKey.of(Kind.CAST, new Identifier(source + " AS " + target));
    }

    @Override
    public Cast with(Attributes changed) {
        return new Cast(source, target, method, function, context, changed);
    }

    /** How a value is cast. */
    public enum Method {
        /** By a function. */
        FUNCTION,
        /** Not at all: the types are stored alike. */
        BINARY,
        /** By the one type's output function and the other's input function. */
        INOUT
    }

    /** When a cast is applied. */
    public enum Context {
        /** Where it is written. */
        EXPLICIT,
        /** Also on assignment to a column. */
        ASSIGNMENT,
        /** Everywhere. */
        IMPLICIT;

        /** The context in PostgreSQL's words. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

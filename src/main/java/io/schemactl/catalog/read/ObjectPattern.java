package io.schemactl.catalog.read;

import io.schemactl.sql.Identifier;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of schemas, or of what is in schemas.
 *
 * @param schema which schemas
 * @param object which objects in them; null means the schemas with all that is in them
 */
public record ObjectPattern(NamePattern schema, @Nullable NamePattern object) {

    /**
     * The pattern written as {@code schema} or {@code schema.object}; double quotes around a part keep a dot in it.
     *
     * @throws IllegalArgumentException if a part is empty
     */
    public static ObjectPattern parse(String text) {
        int dot = dot(text);
        return dot < 0
                ? new ObjectPattern(part(text), null)
                : new ObjectPattern(part(text.substring(0, dot)), part(text.substring(dot + 1)));
    }

    private static int dot(String text) {
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '"') {
                quoted = !quoted;
            } else if (text.charAt(i) == '.' && !quoted) {
                return i;
            }
        }
        return -1;
    }

    private static NamePattern part(String text) {
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return new NamePattern(quoted ? text.substring(1, text.length() - 1).replace("\"\"", "\"") : text);
    }

    /** Whether a schema is left out with all that is in it. */
    boolean matchesSchema(Identifier name) {
        return object == null && schema.matches(name);
    }

    /** Whether one object of a schema is left out. */
    boolean matchesObject(Identifier inSchema, Identifier name) {
        return object != null && schema.matches(inSchema) && object.matches(name);
    }
}

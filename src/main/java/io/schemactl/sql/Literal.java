package io.schemactl.sql;

/** Writes values as SQL constants (section 4.1.2 of the PostgreSQL manual). */
public final class Literal {

    private Literal() {}

    /** A string constant that means the same whatever {@code standard_conforming_strings} says. */
    public static String of(String text) {
        String quoted = "'" + text.replace("'", "''") + "'";
        return text.indexOf('\\') < 0 ? quoted : "E" + quoted.replace("\\", "\\\\");
    }
}

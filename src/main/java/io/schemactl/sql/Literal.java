package io.schemactl.sql;

/** Writes values as SQL constants (section 4.1.2 of the PostgreSQL manual). */
public final class Literal {

    private Literal() {}

    /** A string constant that means the same whatever {@code standard_conforming_strings} says. */
    public static String of(String text) {
        String quoted = plain(text);
        return text.indexOf('\\') < 0 ? quoted : "E" + quoted.replace("\\", "\\\\");
    }

    /** A string constant in which a backslash is one, as {@code standard_conforming_strings} has it; for people, not for servers. */
    public static String plain(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}

package io.schemactl.sql;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of a PostgreSQL object, exactly as the catalogs hold it (see
 * <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS">section 4.1.1</a>).
 *
 * @param name the name, without quotes
 */
public record Identifier(String name) implements Comparable<Identifier> {

    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

    /** Refuses what PostgreSQL refuses. */
    public Identifier {
        if (name.isEmpty() || name.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("not an identifier: " + name);
        }
    }

    /** The name in double quotes, safe in any SQL text. */
    public String quoted() {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** The name as people write it: quoted only if it would not be read back otherwise (keywords aside). */
    public String display() {
        return PLAIN.matcher(name).matches() ? name : quoted();
    }

    // Written out, because the first compiler tier runs what Java writes itself many times slower, and these are keys
    // of large maps.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Identifier identifier && name.equals(identifier.name));
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public int compareTo(Identifier other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return display();
    }
}

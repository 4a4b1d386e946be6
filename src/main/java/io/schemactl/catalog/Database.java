package io.schemactl.catalog;

import io.schemactl.sql.Identifier;
import java.util.Comparator;
import java.util.List;

/**
 * What a database itself is set to; see
 * <a href="https://www.postgresql.org/docs/current/sql-alterdatabase.html">ALTER DATABASE</a>. Its name, owner, encoding and tablespace
 * are its server's business, and no part of a schema.
 *
 * @param settings the parameters that every session in it begins with
 * @param roles the parameters that sessions of some roles begin with in it, sorted
 * @param connectionLimit how many sessions may be in it at once; -1 means any number
 * @param template whether everybody who may create databases may copy it
 * @param attributes its grants, comment and labels
 */
public record Database(
        Options settings, List<OfRole> roles, long connectionLimit, boolean template, Attributes attributes)
        implements CatalogObject {

    private static final ObjectKey KEY = ObjectKey.of(Kind.DATABASE, new Identifier("itself"));
    private static final Database PLAIN = new Database(Options.none(), List.of(), -1, false, Attributes.none());

    /** Sorts the roles. */
    public Database {
        roles = roles.stream().sorted(Comparator.comparing(OfRole::name)).toList();
    }

    /** A database as {@code CREATE DATABASE} makes it. */
    public static Database plain() {
        return PLAIN;
    }

    /** Whether it is as {@code CREATE DATABASE} makes it. */
    public boolean isPlain() {
        return equals(PLAIN);
    }

    @Override
    public ObjectKey key() {
        return KEY;
    }

    @Override
    public Database with(Attributes changed) {
        return new Database(settings, roles, connectionLimit, template, changed);
    }

    /**
     * The parameters that sessions of a role begin with.
     *
     * @param name the role
     * @param settings the parameters by their names
     */
    public record OfRole(Identifier name, Options settings) {}
}

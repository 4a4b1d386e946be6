package io.schemactl.db;

import io.schemactl.sql.Identifier;
import io.schemactl.sql.Literal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Makes databases into templates, and copies them. */
public final class Templates {

    /** The template is not there, somebody is connected to it, or it is somebody else's. */
    private static final Set<String> NOT_TO_BE_COPIED = Set.of("3D000", "55006", "42501");

    /** There is one of that name, or somebody is connected. */
    private static final Set<String> NOT_TO_BE_RENAMED = Set.of("42P04", "23505", "55006");

    /** What CREATE DATABASE … TEMPLATE leaves behind, and roles and tablespaces, which a template would hold fast. */
    private static final String MORE_THAN_COPIES = """
            SELECT FROM pg_catalog.pg_database AS d
             WHERE d.datname = ?
               AND (d.datacl IS NOT NULL
                    OR d.datconnlimit <> -1
                    OR d.datistemplate
                    OR d.datdba <> (SELECT r.oid FROM pg_catalog.pg_roles AS r WHERE r.rolname = CURRENT_USER)
                    OR EXISTS (SELECT FROM pg_catalog.pg_shdescription AS c
                                WHERE c.objoid = d.oid
                                  AND c.classoid = 'pg_catalog.pg_database'::pg_catalog.regclass)
                    OR EXISTS (SELECT FROM pg_catalog.pg_shseclabel AS l
                                WHERE l.objoid = d.oid
                                  AND l.classoid = 'pg_catalog.pg_database'::pg_catalog.regclass)
                    OR EXISTS (SELECT FROM pg_catalog.pg_subscription AS s WHERE s.subdbid = d.oid)
                    OR EXISTS (SELECT FROM pg_catalog.pg_db_role_setting AS s WHERE s.setdatabase = d.oid)
                    OR EXISTS (SELECT FROM pg_catalog.pg_shdepend AS p
                                WHERE p.dbid = d.oid
                                  AND NOT (p.refclassid = 'pg_catalog.pg_authid'::pg_catalog.regclass
                                           AND p.refobjid = d.datdba)))
            """;

    private Templates() {}

    /**
     * A server's version, and databases on it.
     *
     * @param comments by name; empty for a database without a comment
     */
    public record Listing(String serverVersion, Map<String, String> comments) {

        /** Copies the map. */
        public Listing {
            comments = Map.copyOf(comments);
        }
    }

    /** The databases whose names begin with a text. */
    public static Listing list(ServerAddress maintenance, String prefix) {
        return Databases.withConnection(maintenance, connection -> {
            var comments = new TreeMap<String, String>();
            try (var statement = connection.prepareStatement("""
                    SELECT d.datname, coalesce(pg_catalog.shobj_description(d.oid, 'pg_database'), '')
                      FROM pg_catalog.pg_database AS d
                     WHERE pg_catalog.starts_with(d.datname, ?) ORDER BY d.datname COLLATE "C"
                    """)) {
                statement.setString(1, prefix);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        comments.put(rows.getString(1), rows.getString(2));
                    }
                }
            }
            return new Listing(connection.getMetaData().getDatabaseProductVersion(), comments);
        });
    }

    /** Whether there is something about a database that its copies would not have, or a role or tablespace that it depends on. */
    public static boolean hasMoreThanCopies(ServerAddress maintenance, String database) {
        return Databases.withConnection(maintenance, connection -> {
            try (var statement = connection.prepareStatement(MORE_THAN_COPIES)) {
                statement.setString(1, database);
                try (var rows = statement.executeQuery()) {
                    return rows.next();
                }
            }
        });
    }

    /**
     * Creates a database as a copy of a template.
     *
     * @return whether it was created; false if the template is not there, or somebody is connected to it
     */
    public static boolean copy(ServerAddress maintenance, String template, String database) {
        return Databases.withConnection(
                maintenance,
                connection -> isDone(
                        connection,
                        "CREATE DATABASE %s TEMPLATE %s"
                                .formatted(new Identifier(database).quoted(), new Identifier(template).quoted()),
                        NOT_TO_BE_COPIED));
    }

    /**
     * Makes a database a template, to which nobody can connect.
     *
     * @param comment says something of it; it has it before its name
     * @return whether it is one; false if there is one of that name already, or somebody is connected
     */
    public static boolean make(ServerAddress maintenance, String database, String template, String comment) {
        String name = new Identifier(database).quoted();
        return Databases.withConnection(maintenance, connection -> {
            Databases.run(connection, "ALTER DATABASE %s ALLOW_CONNECTIONS false".formatted(name));
            Databases.run(connection, "COMMENT ON DATABASE %s IS %s".formatted(name, Literal.of(comment)));
            return isDone(
                    connection,
                    "ALTER DATABASE %s RENAME TO %s".formatted(name, new Identifier(template).quoted()),
                    NOT_TO_BE_RENAMED);
        });
    }

    /**
     * Writes the comment of a database anew.
     *
     * @return whether it is still there
     */
    public static boolean describe(ServerAddress maintenance, String database, String comment) {
        return Databases.withConnection(
                maintenance,
                connection -> isDone(
                        connection,
                        "COMMENT ON DATABASE %s IS %s"
                                .formatted(new Identifier(database).quoted(), Literal.of(comment)),
                        Set.of("3D000")));
    }

    private static boolean isDone(Connection connection, String sql, Set<String> refusals) throws SQLException {
        try {
            Databases.run(connection, sql);
            return true;
        } catch (SQLException e) {
            if (refusals.contains(String.valueOf(e.getSQLState()))) {
                return false;
            }
            throw e;
        }
    }
}

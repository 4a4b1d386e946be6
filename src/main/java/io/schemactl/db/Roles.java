package io.schemactl.db;

import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.Literal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Creates and drops roles that stand in for those of another server. */
public final class Roles {

    private static final ConnectOptions OPTIONS = ConnectOptions.named("schemactl roles");

    /** The comment of a role that nobody needs after the run that made it. */
    private static final String MADE = "made by schemactl for a shadow at ";

    /** Somebody else made it meanwhile: seen before, or when the row was written. */
    private static final Set<String> ALREADY_THERE = Set.of("42710", "23505");

    /** Objects depend on it, the role may not drop it, or it is gone. */
    private static final Set<String> STAYS = Set.of("2BP01", "42501", "42704", "55006");

    private Roles() {}

    /**
     * Creates a role that cannot log in, and of which the connection's role is a member, so that it can give objects to it.
     *
     * @param now noted in the role's comment, so that a later run can tell that it was left; null if the role is to stay
     * @return whether it was created; false if there is one of that name already
     * @throws ProblemException if it is not there and may not be created
     */
    public static boolean createIfAbsent(ServerAddress maintenance, String role, @Nullable Instant now) {
        String name = new Identifier(role).quoted();
        try (Connection connection = Connector.connect(maintenance, OPTIONS);
                Statement statement = connection.createStatement()) {
            // A role without its comment would be nobody's, and stay.
            connection.setAutoCommit(false);
            statement.execute("CREATE ROLE %s NOLOGIN".formatted(name));
            if (!ServerFacts.read(connection).isSuperuser()) {
                statement.execute("GRANT %s TO CURRENT_USER".formatted(name));
            }
            if (now != null) {
                statement.execute("COMMENT ON ROLE %s IS %s".formatted(name, Literal.of(MADE + now.toEpochMilli())));
            }
            connection.commit();
            return true;
        } catch (SQLException e) {
            if (ALREADY_THERE.contains(String.valueOf(e.getSQLState()))) {
                return false;
            }
            throw new ProblemException(
                    Problem.of(ProblemCode.PERMISSION, "role %s is not there and cannot be created".formatted(role))
                            .about(maintenance.servers())
                            .saidBy(ServerErrors.findMessage(e).orElse(null)),
                    SafeCause.of(e, maintenance.password()));
        }
    }

    /** Drops the roles that were made before a time, and that nobody uses. */
    public static void dropLeftOver(ServerAddress maintenance, Instant before) {
        madeRoles(maintenance).forEach((role, made) -> {
            if (made.isBefore(before)) {
                dropUnused(maintenance, role);
            }
        });
    }

    private static Map<String, Instant> madeRoles(ServerAddress maintenance) {
        try (Connection connection = Connector.connect(maintenance, OPTIONS);
                var statement = connection.prepareStatement("""
                        SELECT r.rolname, pg_catalog.substr(d.description, pg_catalog.length(?) + 1)::bigint
                          FROM pg_catalog.pg_roles AS r
                          JOIN pg_catalog.pg_shdescription AS d
                            ON d.objoid = r.oid AND d.classoid = 'pg_catalog.pg_authid'::pg_catalog.regclass
                         WHERE NOT r.rolcanlogin AND d.description ~ ('^' || ? || '[0-9]{13}$') ORDER BY r.rolname
                        """)) {
            statement.setString(1, MADE);
            statement.setString(2, MADE);
            var made = new LinkedHashMap<String, Instant>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    made.put(rows.getString(1), Instant.ofEpochMilli(rows.getLong(2)));
                }
            }
            return made;
        } catch (SQLException e) {
            throw new ProblemException(
                    ServerErrors.problem(e, maintenance).about(maintenance.toString()),
                    SafeCause.of(e, maintenance.password()));
        }
    }

    /**
     * Drops a role, unless something depends on it.
     *
     * @return whether it is gone
     */
    public static boolean dropUnused(ServerAddress maintenance, String role) {
        try (Connection connection = Connector.connect(maintenance, OPTIONS);
                Statement statement = connection.createStatement()) {
            statement.execute("DROP ROLE IF EXISTS " + new Identifier(role).quoted());
            return true;
        } catch (SQLException e) {
            if (STAYS.contains(String.valueOf(e.getSQLState()))) {
                return false;
            }
            throw new ProblemException(
                    ServerErrors.problem(e, maintenance).about(maintenance.toString()),
                    SafeCause.of(e, maintenance.password()));
        }
    }
}

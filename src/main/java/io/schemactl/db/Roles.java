package io.schemactl.db;

import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.sql.Identifier;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/** Creates and drops roles that stand in for those of another server. */
public final class Roles {

    private static final ConnectOptions OPTIONS = ConnectOptions.named("schemactl roles");

    /** Somebody else made it meanwhile: seen before, or when the row was written. */
    private static final Set<String> ALREADY_THERE = Set.of("42710", "23505");

    /** Objects depend on it, the role may not drop it, or it is gone. */
    private static final Set<String> STAYS = Set.of("2BP01", "42501", "42704", "55006");

    private Roles() {}

    /**
     * Creates a role that cannot log in, and of which the connection's role is a member, so that it can give objects to it.
     *
     * @return whether it was created; false if there is one of that name already
     * @throws ProblemException if it is not there and may not be created
     */
    public static boolean createIfAbsent(ServerAddress maintenance, String role) {
        String name = new Identifier(role).quoted();
        try (Connection connection = Connector.connect(maintenance, OPTIONS);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE %s NOLOGIN".formatted(name));
            if (!ServerFacts.read(connection).isSuperuser()) {
                statement.execute("GRANT %s TO CURRENT_USER".formatted(name));
            }
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

package io.schemactl.task;

import io.schemactl.db.ServerErrors;
import io.schemactl.db.WorkConnection;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.problem.ServerMessage;
import io.schemactl.shadow.ShadowDatabase;
import io.schemactl.sql.Identifier;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fills in what statements mention and a shadow's server lacks: roles belong to the server, not to the database, so neither a changelog
 * nor a dump makes them.
 */
final class ShadowGaps {

    private static final Pattern NO_ROLE = Pattern.compile("role \"(.+)\" does not exist", Pattern.DOTALL);
    private static final Pattern ROLE_EXISTS = Pattern.compile("role \"(.+)\" already exists", Pattern.DOTALL);
    private static final Pattern NO_TABLESPACE = Pattern.compile("tablespace \"(.+)\" does not exist", Pattern.DOTALL);
    private static final Pattern NO_EXTENSION = Pattern.compile(
            "extension \"([^\"]+)\" is not available|could not open extension control file \".*/([^/\"]+)\\.control\".*",
            Pattern.DOTALL);

    private final ShadowDatabase shadow;
    private final WorkConnection connection;
    private final Set<String> filled = new HashSet<>();

    /**
     * The gaps of a shadow.
     *
     * @param connection a connection to it
     */
    ShadowGaps(ShadowDatabase shadow, WorkConnection connection) {
        this.shadow = shadow;
        this.connection = connection;
    }

    /**
     * Mends what the server complains about, if it can be mended.
     *
     * @return whether it is worth trying again
     * @throws ProblemException if the server lacks an extension, or a role may not be made
     */
    boolean fill(@Nullable ServerMessage message) {
        if (message == null) {
            return false;
        }
        Optional<String> missing = find(NO_ROLE, "42704", message);
        if (missing.isPresent()) {
            return filled.add("+" + missing.get()) && make(missing.get());
        }
        Optional<String> tablespace = find(NO_TABLESPACE, "42704", message);
        if (tablespace.isPresent() && shadow.isEmbedded()) {
            return filled.add(tablespace.get()) && makeTablespace(tablespace.get());
        }
        return find(ROLE_EXISTS, "42710", message)
                .filter(role -> filled.add("-" + role))
                .map(shadow::forgetRole)
                .orElse(false);
    }

    /** A tablespace inside the server's own data, which it keeps for the next run. */
    private boolean makeTablespace(String name) {
        try {
            connection.execute("SET allow_in_place_tablespaces = on");
            connection.execute("CREATE TABLESPACE %s LOCATION ''".formatted(new Identifier(name).quoted()));
            return true;
        } catch (SQLException e) {
            throw new ProblemException(
                    Problem.of(ProblemCode.SHADOW, "tablespace %s could not be made on the shadow".formatted(name))
                            .saidBy(ServerErrors.findMessage(e).orElse(null))
                            .state("only a shadow was changed"),
                    e);
        }
    }

    private boolean make(String role) {
        try {
            shadow.makeRole(role);
            return true;
        } catch (ProblemException e) {
            throw new ProblemException(
                    e.problem()
                            .fix(
                                    "CREATE ROLE \"%s\" on the shadow server, give its role CREATEROLE, or pass --shadow embedded:"
                                            .formatted(role)),
                    e);
        }
    }

    /** The problem in words that name the shadow, if it is one of a server that lacks something. */
    static Optional<Problem> explain(Problem problem) {
        ServerMessage message = problem.server();
        if (message == null) {
            return Optional.empty();
        }
        Matcher extension = NO_EXTENSION.matcher(message.text());
        if (!extension.matches()) {
            return Optional.empty();
        }
        String name = extension.group(1) == null ? extension.group(2) : extension.group(1);
        return Optional.of(new Problem(
                ProblemCode.SHADOW,
                "the shadow's server has no extension `%s`".formatted(name),
                problem.position(),
                problem.subject(),
                message,
                problem.excerpt(),
                "only a shadow was changed",
                "pass --shadow URL of a server that has the extension, and on which schemactl may create databases"));
    }

    private static Optional<String> find(Pattern pattern, String state, ServerMessage message) {
        Matcher matcher = pattern.matcher(message.text());
        return message.sqlState().equals(state) && matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}

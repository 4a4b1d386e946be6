package io.schemactl.db;

import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.problem.ServerMessage;
import io.schemactl.problem.Suggestion;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.postgresql.PGProperty;

/** Explains why a connection could not be made. */
final class ConnectErrors {

    private static final String REJECTED_BY_DRIVER = "08004";

    private ConnectErrors() {}

    /**
     * The failure as a problem.
     *
     * @param databases the databases that are on the server, if the one that was asked for is not
     */
    static ProblemException problem(SQLException e, ServerAddress where, List<String> databases) {
        var message = ServerErrors.findMessage(e);
        Problem problem = message.map(said -> ofServer(said, where, databases).saidBy(said))
                .orElseGet(() -> ofDriver(e, where));
        return new ProblemException(problem, SafeCause.of(e, where.password()));
    }

    private static Problem ofServer(ServerMessage said, ServerAddress where, List<String> databases) {
        return switch (said.sqlState()) {
            case "28P01" ->
                problem(
                        ProblemCode.AUTHENTICATION,
                        "the server does not accept the password of role `%s`".formatted(where.user()),
                        where,
                        passwordFix(where));
            case "28000" -> notAdmitted(said, where);
            case "3D000" ->
                problem(
                        ProblemCode.CONNECTION,
                        "database `%s` does not exist%s"
                                .formatted(where.database(), Suggestion.hint(where.database(), databases)),
                        where,
                        "correct the URL, or create it: createdb " + where.database());
            case "42501" ->
                problem(
                        ProblemCode.PERMISSION,
                        "role `%s` may not connect to database `%s`".formatted(where.user(), where.database()),
                        where,
                        "GRANT CONNECT ON DATABASE %s TO %s".formatted(where.database(), where.user()));
            default -> ofBusyServer(said, where);
        };
    }

    private static Problem ofBusyServer(ServerMessage said, ServerAddress where) {
        return switch (said.sqlState()) {
            case "53300" ->
                problem(
                        ProblemCode.CONNECTION,
                        "the server has no connection to spare",
                        where,
                        "try again when others have disconnected, or raise max_connections or the role's limit");
            case "57P03" ->
                problem(
                        ProblemCode.CONNECTION,
                        "the server does not take connections yet, or not any more",
                        where,
                        "it is starting up, shutting down or recovering; try again in a moment");
            case "55000" ->
                problem(
                        ProblemCode.CONNECTION,
                        "database `%s` does not take connections".formatted(where.database()),
                        where,
                        "it is a template or being dropped; name another database");
            default -> problem(ProblemCode.CONNECTION, "the server refused the connection", where, otherFix(said));
        };
    }

    private static String otherFix(ServerMessage said) {
        return said.text().contains("startup parameter")
                ? "a pooler between here and the server does not know a parameter: take it out of the URL and PGOPTIONS"
                : "look into the server's log";
    }

    private static Problem notAdmitted(ServerMessage said, ServerAddress where) {
        // pg_hba.conf's refusals end with the kind of encryption that was tried, in every language.
        if (!said.text().contains("pg_hba.conf")) {
            return problem(
                    ProblemCode.AUTHENTICATION,
                    "the server does not admit role `%s`".formatted(where.user()),
                    where,
                    "check the role's name and whether it may log in");
        }
        boolean isPlain = "disable".equals(where.properties().get(PGProperty.SSL_MODE.getName()));
        return problem(
                ProblemCode.AUTHENTICATION,
                "the server admits no connection of role `%s` to database `%s` from here"
                        .formatted(where.user(), where.database()),
                where,
                isPlain ? "it may want TLS: try sslmode=require" : "add a line for it to the server's pg_hba.conf");
    }

    private static String passwordFix(ServerAddress where) {
        String source = where.passwordSource();
        return source == null
                ? "give one: PGPASSWORD, a line in ~/.pgpass, or password-command"
                : "the password came from %s; correct it there, or check the role's name".formatted(source);
    }

    private static Problem ofDriver(SQLException e, ServerAddress where) {
        var network = ofNetwork(e, where);
        if (network.isPresent()) {
            return network.get();
        }
        if (isTls(e)) {
            return problem(
                    ProblemCode.CONNECTION,
                    "no TLS connection: " + ServerErrors.oneLine(deepest(e), where),
                    where,
                    "check sslmode, sslrootcert (a file, or system) and the host's name in the certificate");
        }
        if (REJECTED_BY_DRIVER.equals(e.getSQLState())) {
            return rejected(e, where);
        }
        boolean isOfType = where.properties().containsKey(PGProperty.TARGET_SERVER_TYPE.getName());
        return problem(
                ProblemCode.CONNECTION,
                "no connection: " + ServerErrors.oneLine(e, where),
                where,
                isOfType
                        ? "none of the servers may be what target_session_attrs asks for"
                        : "check host, port and whether the server is up");
    }

    private static Problem rejected(SQLException e, ServerAddress where) {
        // The driver's text is translated, but TLS is "SSL" in all of its languages.
        if (String.valueOf(e.getMessage()).contains("SSL")) {
            return problem(
                    ProblemCode.CONNECTION,
                    "the server does not speak TLS, and sslmode demands it",
                    where,
                    "turn TLS on at the server (ssl = on), or use sslmode=prefer where the network is trusted");
        }
        if (where.password() == null || where.password().reveal().isEmpty()) {
            return problem(
                    ProblemCode.AUTHENTICATION,
                    "the server wants a password for role `%s`, and there is none".formatted(where.user()),
                    where,
                    passwordFix(where));
        }
        return problem(
                ProblemCode.AUTHENTICATION,
                "could not log in: " + ServerErrors.oneLine(e, where),
                where,
                "check the server's authentication method in pg_hba.conf");
    }

    private static Optional<Problem> ofNetwork(SQLException e, ServerAddress where) {
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (at instanceof UnknownHostException) {
                return Optional.of(problem(
                        ProblemCode.CONNECTION,
                        "unknown host in " + where.servers(),
                        where,
                        "check the host's name, and whether this machine can resolve it"));
            }
            if (at instanceof SocketTimeoutException || isLoginTimeout(at)) {
                return Optional.of(problem(
                        ProblemCode.CONNECTION,
                        "no answer from %s in time".formatted(where.servers()),
                        where,
                        "check host, port and firewall; connect_timeout in the URL allows more seconds"));
            }
            if (at instanceof ConnectException || at instanceof NoRouteToHostException) {
                return Optional.of(problem(
                        ProblemCode.CONNECTION, "nobody listens on " + where.servers(), where, refusedFix(where)));
            }
        }
        return Optional.empty();
    }

    /** The driver's own timer ends with an exception without a cause, unlike every other failure of that state. */
    private static boolean isLoginTimeout(Throwable e) {
        return e instanceof SQLException timeout
                && timeout.getCause() == null
                && "08001".equals(timeout.getSQLState())
                && String.valueOf(timeout.getMessage()).matches("(?i).*timed? ?out.*");
    }

    private static String refusedFix(ServerAddress where) {
        boolean isLocal = where.hosts().stream()
                .anyMatch(server -> Stream.of("localhost", "127.0.0.1", "::1").anyMatch(server.host()::equals));
        String fix = "check host, port and whether the server is up";
        return isLocal ? fix + "; psql without a host uses a Unix socket, schemactl needs TCP (listen_addresses)" : fix;
    }

    private static boolean isTls(Throwable e) {
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (at instanceof SSLException || at instanceof GeneralSecurityException) {
                return true;
            }
            if (at instanceof SQLException && String.valueOf(at.getMessage()).contains("SSL ")) {
                return true;
            }
        }
        return false;
    }

    private static Throwable deepest(Throwable e) {
        Throwable at = e;
        while (at.getCause() != null) {
            at = at.getCause();
        }
        return at;
    }

    private static Problem problem(ProblemCode code, String message, ServerAddress where, String fix) {
        return Problem.of(code, message).about(where.toString()).fix(fix);
    }
}

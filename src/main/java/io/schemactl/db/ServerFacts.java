package io.schemactl.db;

import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * What a server says about itself.
 *
 * @param version the version's number, such as 170008 for 17.8
 * @param versionText the whole of {@code version()}
 * @param isInRecovery whether it is a standby, which takes no writes
 * @param isReadOnly whether transactions are read-only unless they say otherwise
 * @param encoding the database's encoding
 * @param currentUser the role that statements run as
 * @param isSuperuser whether that role is a superuser
 * @param database the database
 * @param tls the TLS version of the connection, as the server sees it; null if it is plain
 * @param isPooled whether something stands between here and the server: the cancellation key is not the backend's
 */
public record ServerFacts(
        int version,
        String versionText,
        boolean isInRecovery,
        boolean isReadOnly,
        String encoding,
        String currentUser,
        boolean isSuperuser,
        String database,
        @Nullable String tls,
        boolean isPooled) {

    /** The oldest major version that is supported. */
    public static final String OLDEST = "14";

    /** The newest major version that is tested. */
    public static final int NEWEST_MAJOR = 18;

    private static final String QUERY = """
            SELECT pg_catalog.current_setting('server_version_num')::pg_catalog.int4 AS version,
                   pg_catalog.version() AS version_text,
                   pg_catalog.pg_is_in_recovery() AS is_in_recovery,
                   pg_catalog.current_setting('default_transaction_read_only') = 'on' AS is_read_only,
                   pg_catalog.current_setting('server_encoding') AS encoding,
                   current_user AS current_user,
                   pg_catalog.current_setting('is_superuser') = 'on' AS is_superuser,
                   pg_catalog.current_database() AS database,
                   pg_catalog.pg_backend_pid() AS backend,
                   (SELECT s.version FROM pg_catalog.pg_stat_ssl AS s
                     WHERE s.pid = pg_catalog.pg_backend_pid() AND s.ssl) AS tls
            """;

    /** Servers that speak PostgreSQL's protocol, and by what their {@code version()} shows it. */
    private static final List<String> OTHERS = List.of(
            "CockroachDB",
            "-YB-",
            "Redshift",
            "Greenplum",
            "Materialize",
            "CrateDB",
            "QuestDB",
            "openGauss",
            "RisingWave",
            "Spanner");

    /**
     * Asks a server.
     *
     * @throws ProblemException if it is not PostgreSQL, or too old
     * @throws SQLException if it does not answer, such as when the session was ended
     */
    public static ServerFacts read(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(QUERY)) {
            rows.next();
            ServerFacts facts =
                    facts(rows, connection.unwrap(PGConnection.class).getBackendPID());
            findOther(facts.versionText).ifPresent(ServerFacts::refuseOther);
            return facts;
        } catch (SQLException e) {
            findOther(versionText(connection, e)).ifPresent(ServerFacts::refuseOther);
            if (!isUnknown(e)) {
                throw e;
            }
            throw new ProblemException(
                    Problem.of(
                                    ProblemCode.UNSUPPORTED_SERVER,
                                    "the server does not answer what PostgreSQL %s answers".formatted(OLDEST))
                            .saidBy(ServerErrors.findMessage(e).orElse(null))
                            .fix("connect to PostgreSQL %s or newer".formatted(OLDEST)),
                    e);
        }
    }

    /** Whether the server does not know what it was asked for: class 42 of SQLSTATE, or a feature that it does not have. */
    private static boolean isUnknown(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return !state.equals("42501") && (state.startsWith("42") || state.startsWith("0A"));
    }

    private static ServerFacts facts(ResultSet row, int cancellationKey) throws SQLException {
        return new ServerFacts(
                row.getInt("version"),
                row.getString("version_text"),
                row.getBoolean("is_in_recovery"),
                row.getBoolean("is_read_only"),
                row.getString("encoding"),
                row.getString("current_user"),
                row.getBoolean("is_superuser"),
                row.getString("database"),
                row.getString("tls"),
                row.getInt("backend") != cancellationKey);
    }

    private static String versionText(Connection connection, SQLException first) {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT version()")) {
            return rows.next() ? rows.getString(1) : "";
        } catch (SQLException e) {
            first.addSuppressed(e);
            return "";
        }
    }

    private static Optional<String> findOther(String versionText) {
        String text = versionText.toLowerCase(Locale.ROOT);
        return OTHERS.stream()
                .filter(name -> text.contains(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(name -> name.equals("-YB-") ? "YugabyteDB" : name);
    }

    private static void refuseOther(String product) {
        throw new ProblemException(Problem.of(
                        ProblemCode.UNSUPPORTED_SERVER,
                        "the server is %s, which speaks PostgreSQL's protocol but has other catalogs"
                                .formatted(product))
                .fix("connect to PostgreSQL %s or newer".formatted(OLDEST)));
    }

    /** The major version, such as 17. */
    public int major() {
        return version / 10_000;
    }

    /** Why nothing may be written here, if so: the server is too old, or takes no writes. */
    public Optional<Problem> findWriteRefusal() {
        if (major() < Integer.parseInt(OLDEST)) {
            return Optional.of(Problem.of(
                            ProblemCode.UNSUPPORTED_SERVER,
                            "the server is PostgreSQL %d; the oldest that is supported is %s"
                                    .formatted(major(), OLDEST))
                    .fix("upgrade the server"));
        }
        if (isInRecovery) {
            return Optional.of(
                    Problem.of(ProblemCode.UNSUPPORTED_SERVER, "the server is a standby, which takes no writes")
                            .fix("connect to the primary, or name all servers with target_session_attrs=read-write"));
        }
        if (isReadOnly) {
            return Optional.of(Problem.of(
                            ProblemCode.UNSUPPORTED_SERVER,
                            "transactions are read-only here: default_transaction_read_only is on")
                    .fix("ask who set it, and why; or connect to another server"));
        }
        return Optional.empty();
    }

    /** What to tell people about the version, if anything. */
    public Optional<String> findWarning() {
        return major() > NEWEST_MAJOR
                ? Optional.of("the server is PostgreSQL %d, newer than any that was tested (%s to %d)"
                        .formatted(major(), OLDEST, NEWEST_MAJOR))
                : Optional.empty();
    }
}

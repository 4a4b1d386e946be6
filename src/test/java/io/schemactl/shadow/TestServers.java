package io.schemactl.shadow;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Real PostgreSQL servers for tests: one a major version and JVM of the build, started when first asked for. */
public final class TestServers {

    /** Where the build puts the packed servers. */
    public static final Path ARCHIVES = Path.of(System.getProperty("schemactl.test.embedded", "target/embedded"))
            .toAbsolutePath();

    private static final TestFolder FOLDER =
            TestFolder.of(ARCHIVES.resolveSibling("test-servers-" + System.getProperty("schemactl.test.fork", "1")));
    private static final Pattern NAME = Pattern.compile("t_[a-z0-9]*_(\\d+)_[0-9a-f]+");
    private static final Map<Integer, EmbeddedServer> RUNNING = new ConcurrentHashMap<>();

    static {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> RUNNING.forEach((major, server) -> {
                    server.close();
                    FOLDER.leave(major);
                })));
    }

    private TestServers() {}

    /** The major versions to test on, oldest first: 14, or what {@code -Dschemactl.test.postgres=14,15,16} says. */
    public static List<Integer> versions() {
        return Stream.of(System.getProperty("schemactl.test.postgres", "14").split(","))
                .map(String::strip)
                .map(Integer::valueOf)
                .sorted()
                .toList();
    }

    /** The oldest and the newest of the versions, for what is slow and hardly differs between neighbours. */
    public static List<Integer> ends() {
        List<Integer> versions = versions();
        return Stream.of(versions.get(0), versions.get(versions.size() - 1))
                .distinct()
                .toList();
    }

    /** The server of a major version; not to be closed by the caller. */
    public static EmbeddedServer server(int majorVersion) {
        return RUNNING.computeIfAbsent(majorVersion, TestServers::start);
    }

    /** The data directory that holds the servers. */
    static Path root() {
        return FOLDER.root();
    }

    /** A URL for the setting {@code shadow}: throw-away databases on the server of a major version. */
    public static String shadow(int majorVersion) {
        return new TestDatabase(server(majorVersion), "postgres").url();
    }

    /** A new empty database on the oldest version, named after the calling class. */
    public static TestDatabase freshDatabase() {
        return create(versions().get(0), callerName());
    }

    /** A new empty database on a major version, named after the calling class. */
    public static TestDatabase freshDatabase(int majorVersion) {
        return create(majorVersion, callerName());
    }

    static void execute(EmbeddedServer server, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(TestDatabase.jdbcUrl(server, "postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static TestDatabase create(int majorVersion, String hint) {
        EmbeddedServer server = server(majorVersion);
        String name = "t_%s_%d_%08x"
                .formatted(
                        hint,
                        ProcessHandle.current().pid(),
                        ThreadLocalRandom.current().nextInt());
        try {
            execute(server, "CREATE DATABASE \"%s\"".formatted(name));
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create a test database", e);
        }
        return new TestDatabase(server, name);
    }

    private static EmbeddedServer start(int majorVersion) {
        FOLDER.fetch(majorVersion);
        EmbeddedServer server = new EmbeddedServers(FOLDER.root(), List.of(ARCHIVES)).start(majorVersion);
        FOLDER.keep(majorVersion);
        try {
            dropAbandoned(server);
        } catch (SQLException e) {
            server.close();
            throw new IllegalStateException("cannot drop databases that earlier test runs left", e);
        }
        return server;
    }

    /** Drops the databases of test runs that were killed. */
    private static void dropAbandoned(EmbeddedServer server) throws SQLException {
        List<String> abandoned = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(TestDatabase.jdbcUrl(server, "postgres"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT datname FROM pg_catalog.pg_database")) {
            while (rows.next()) {
                Matcher name = NAME.matcher(rows.getString(1));
                if (name.matches()
                        && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()) {
                    abandoned.add(name.group());
                }
            }
        }
        for (String name : abandoned) {
            execute(server, "DROP DATABASE IF EXISTS \"%s\" WITH (FORCE)".formatted(name));
        }
    }

    private static String callerName() {
        String name = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.map(StackWalker.StackFrame::getDeclaringClass)
                        .filter(type -> type != TestServers.class)
                        .map(Class::getSimpleName)
                        .findFirst()
                        .orElse(""));
        String hint = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return hint.substring(0, Math.min(30, hint.length()));
    }
}

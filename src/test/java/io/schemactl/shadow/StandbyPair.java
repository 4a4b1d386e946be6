package io.schemactl.shadow;

import java.io.IOException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A primary and a hot standby that streams from it, with a database {@code shop}; both end when closed.
 *
 * <p>The embedded archives have no pg_basebackup: the standby begins as a copy of the stopped primary's files.
 *
 * @param root what both live in
 */
public record StandbyPair(EmbeddedServer primaryServer, EmbeddedServer standbyServer, Path root)
        implements AutoCloseable {

    private static final String DATABASE = "shop";
    private static final CopyOption[] OPTIONS = {StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS};

    /** Starts both; the primary takes prepared transactions and logical slots. */
    public static StandbyPair start(int major) throws IOException, SQLException {
        Path root = TestServers.root().resolveSibling("schemactl-pair-" + UUID.randomUUID());
        Path first = root.resolve("primary");
        Path second = root.resolve("standby");
        EmbeddedServer fresh = start(first, major);
        TestServers.execute(fresh, "ALTER SYSTEM SET wal_level = 'logical'");
        TestServers.execute(fresh, "ALTER SYSTEM SET max_prepared_transactions = 5");
        TestServers.execute(fresh, "CREATE DATABASE " + DATABASE);
        fresh.close();
        copy(data(first, major), data(second, major));
        EmbeddedServer primary = start(first, major);
        Files.writeString(
                data(first, major).resolve("pg_hba.conf"),
                "host replication all 127.0.0.1/32 scram-sha-256\n",
                StandardOpenOption.APPEND);
        TestServers.execute(primary, "SELECT pg_reload_conf()");
        Files.createFile(data(second, major).resolve("standby.signal"));
        Files.writeString(
                data(second, major).resolve("postgresql.auto.conf"),
                "primary_conninfo = 'host=%s port=%d user=%s password=%s application_name=standby_1'%n"
                        .formatted(primary.host(), primary.port(), primary.user(), primary.password()),
                StandardOpenOption.APPEND);
        return new StandbyPair(primary, start(second, major), root);
    }

    private static EmbeddedServer start(Path folder, int major) {
        new TestFolder(folder, TestServers.ARCHIVES.resolveSibling("test-servers")).fetch(major);
        return new EmbeddedServers(folder, List.of(TestServers.ARCHIVES)).start(major);
    }

    private static Path data(Path folder, int major) {
        return folder.resolve("embedded/%d/data".formatted(major));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(from.relativize(file).toString()), OPTIONS);
            }
        }
    }

    /** The database on the primary. */
    public TestDatabase primary() {
        return new TestDatabase(primaryServer, DATABASE);
    }

    /** The same database on the standby. */
    public TestDatabase standby() {
        return new TestDatabase(standbyServer, DATABASE);
    }

    /** Waits until the standby has all that the primary has. */
    public void catchUp() throws SQLException, InterruptedException {
        long end = System.nanoTime() + 60_000_000_000L;
        while (!hasCaughtUp()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the standby does not get the primary's changes");
            }
            Thread.sleep(100);
        }
    }

    private boolean hasCaughtUp() throws SQLException {
        try (var connection = primary().connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT count(*) FROM pg_stat_replication WHERE replay_lsn >= pg_current_wal_lsn()")) {
            return rows.next() && rows.getInt(1) > 0;
        }
    }

    @Override
    public void close() {
        standbyServer.close();
        primaryServer.close();
        new ServerFolder(root).remove(root);
    }
}

package io.schemactl.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Watches the working session from a second connection, and remembers who blocked it.
 *
 * <p>The connection is opened when a statement has run for a while, not before: most runs never need it.
 */
public final class Observer implements AutoCloseable {

    private final int backend;
    private final Callable<Connection> connect;
    private final Duration delay;
    private final Consumer<String> said;
    private final Consumer<String> progressed;
    private final Thread thread;

    private volatile boolean closed;
    private volatile long statementStart;
    private volatile List<String> blockers = List.of();
    private @Nullable WorkConnection connection;

    /**
     * Starts watching a session.
     *
     * @param connect opens a second connection
     * @param delay how long a statement runs before the server is asked who blocks it
     * @param said is told in words when a session begins to block
     * @param progressed is told again and again how far the statement is, where the server knows
     */
    public Observer(
            int backend,
            Callable<Connection> connect,
            Duration delay,
            Consumer<String> said,
            Consumer<String> progressed) {
        this.backend = backend;
        this.connect = connect;
        this.delay = delay;
        this.said = said;
        this.progressed = progressed;
        this.thread = new Thread(this::watch, "schemactl-observer");
        thread.setDaemon(true);
        thread.start();
    }

    /** A statement begins on the watched session. */
    public void statementBegins() {
        blockers = List.of();
        statementStart = System.nanoTime();
    }

    /** The statement ended. */
    public void statementEnds() {
        statementStart = 0;
    }

    /** Who blocked the last statement, as last seen, each in words. */
    public List<String> lastBlockers() {
        return blockers;
    }

    @Override
    public void close() throws SQLException {
        closed = true;
        thread.interrupt();
        try {
            thread.join(2000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (connection != null) {
            connection.close();
        }
    }

    private void watch() {
        while (!closed) {
            try {
                Thread.sleep(Math.max(20, delay.toMillis() / 2));
                long start = statementStart;
                if (start != 0 && System.nanoTime() - start >= delay.toNanos()) {
                    look();
                }
            } catch (InterruptedException e) {
                return;
            } catch (Exception e) {
                said.accept("cannot watch for blocking sessions: " + e.getMessage());
                return;
            }
        }
    }

    private void look() throws Exception {
        if (connection == null) {
            connection = new WorkConnection(connect.call(), new Interruption(), notice -> {});
        }
        Activity.progressOf(connection, backend).ifPresent(progressed);
        List<String> seen = new ArrayList<>();
        Activity.blockersOf(connection, backend).forEach(holder -> seen.add(holder.describe()));
        seen.addAll(Activity.preparedBlockersOf(connection, backend));
        if (seen.isEmpty() || statementStart == 0) {
            return;
        }
        boolean isNews = blockers.isEmpty();
        blockers = List.copyOf(seen);
        if (isNews) {
            seen.forEach(holder -> said.accept("blocked by " + holder));
        }
    }
}

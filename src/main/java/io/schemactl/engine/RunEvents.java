package io.schemactl.engine;

import io.schemactl.db.SessionSettings;
import io.schemactl.db.WorkConnection;
import io.schemactl.problem.Position;
import io.schemactl.problem.ProblemException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Listens to a run and writes it into the run log when it ends, however it ends. */
final class RunEvents implements RunListener {

    /** Work that may fail with the server's error. */
    interface Work<T> {
        T run() throws SQLException;
    }

    private final RunLog log;
    private final WorkConnection connection;
    private final SessionSettings settings;
    private final RunListener listener;
    private final List<ChangeSetResult> results = new ArrayList<>();

    RunEvents(RunLog log, WorkConnection connection, SessionSettings settings, RunListener listener) {
        this.log = log;
        this.connection = connection;
        this.settings = settings;
        this.listener = listener;
    }

    @Override
    public void begins(ChangeSetEntry entry) {
        listener.begins(entry);
    }

    @Override
    public void ended(ChangeSetResult result) {
        results.add(result);
        listener.ended(result);
    }

    @Override
    public boolean sends(String sql, Position position) {
        return listener.sends(sql, position);
    }

    @Override
    public void withheld(String sql, Position position) {
        listener.withheld(sql, position);
    }

    @Override
    public void executes(String sql, Position position) {
        listener.executes(sql, position);
    }

    @Override
    public void executed() {
        listener.executed();
    }

    @Override
    public void progresses(String words) {
        listener.progresses(words);
    }

    @Override
    public void says(String words) {
        listener.says(words);
    }

    /** Does the work, and records what it did. */
    <T> T recording(String command, Work<T> work) throws SQLException {
        Instant started = Instant.now();
        long start = System.nanoTime();
        try {
            return work.run();
        } finally {
            if (!results.isEmpty() && !connection.isLost()) {
                record(command, started, Duration.ofNanos(System.nanoTime() - start));
            }
        }
    }

    private void record(String command, Instant started, Duration took) {
        try {
            connection.shielded(() -> {
                settings.reset();
                String user = connection
                        .queryOne("SELECT session_user::text", row -> row.getString(1))
                        .orElse("");
                log.add(new RunEvent(
                        command,
                        user,
                        client(),
                        started.toString(),
                        took.toMillis(),
                        results.stream().map(RunEvent.Item::of).toList()));
            });
        } catch (SQLException | ProblemException e) {
            // The change sets are recorded all the same; only who and how long is missing from `history`.
            listener.says("could not write who did this into the history: " + e.getMessage());
        }
    }

    private static String client() {
        String person = System.getProperty("user.name", "unknown");
        try {
            return person + "@" + InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return person;
        }
    }
}

package io.schemactl.catalog.read;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Queries that a thread runs ahead of who takes their rows, so that the server and this program work at the same time.
 *
 * <p>Of a small database, many queries go to the server together, so that a distant one is not waited for each time; of a large one,
 * each goes alone, so that only the rows of a few are kept. Until it is closed, nobody else may use the connection.
 */
final class Pipeline implements AutoCloseable {

    /** How many characters go together: fewer than a socket takes whose other side writes and does not read. */
    private static final int TOGETHER = 32_000;

    /** How many groups of queries wait to be taken. */
    private static final int AHEAD = 2;

    private final Connection connection;
    private final int major;
    private final int together;
    private final Queue<Answer> answers = new ArrayDeque<>();
    private final Semaphore room = new Semaphore(AHEAD);
    private final CompletableFuture<Void> work;
    private volatile boolean closed;

    private Pipeline(Connection connection, int major, int together, List<Query<?>> queries) {
        this.connection = connection;
        this.major = major;
        this.together = together;
        queries.forEach(query -> answers.add(new Answer(query, new CompletableFuture<>())));
        List<List<Answer>> groups = groups();
        this.work = CompletableFuture.runAsync(() -> groups.forEach(this::ask), Pipeline::start)
                .whenComplete((done, failure) -> abandon(groups, failure));
    }

    /** Begins to run queries, in their order. */
    static Pipeline of(Connection connection, int major, boolean large, List<Query<?>> queries) {
        return new Pipeline(connection, major, large ? 0 : TOGETHER, queries);
    }

    /** Nobody waits for an answer that will not come, because memory does not suffice, say. */
    private static void abandon(List<List<Answer>> groups, @Nullable Throwable failure) {
        Throwable cause = failure == null ? new IllegalStateException("the queries were ended") : failure;
        groups.forEach(group -> group.forEach(answer -> answer.rows().completeExceptionally(cause)));
    }

    private static void start(Runnable work) {
        var thread = new Thread(work, "catalog-queries");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * A query and what the server says to it.
     *
     * @param query the query
     * @param rows its rows, all of them in memory
     */
    private record Answer(Query<?> query, CompletableFuture<Rows> rows) {}

    /**
     * The rows of a query.
     *
     * @param set the rows
     * @param last whether the rows of all queries that went together are taken with these
     */
    private record Rows(ResultSet set, boolean last) {}

    private List<List<Answer>> groups() {
        var groups = new ArrayList<List<Answer>>();
        int length = 0;
        for (Answer answer : answers) {
            length += answer.query().text(major).length();
            if (groups.isEmpty() || length > together) {
                groups.add(new ArrayList<>());
                length = answer.query().text(major).length();
            }
            groups.get(groups.size() - 1).add(answer);
        }
        return groups;
    }

    private void ask(List<Answer> group) {
        room.acquireUninterruptibly();
        if (closed) {
            return;
        }
        try {
            List<ResultSet> sets = execute(group);
            for (int i = 0; i < group.size(); i++) {
                group.get(i).rows().complete(new Rows(sets.get(i), i == group.size() - 1));
            }
        } catch (SQLException e) {
            group.forEach(answer -> answer.rows().completeExceptionally(e));
        }
    }

    /** The rows of each query of a group; who takes the last ones closes the statement, which all of them need. */
    private List<ResultSet> execute(List<Answer> group) throws SQLException {
        Statement statement = connection.createStatement();
        statement.setEscapeProcessing(false);
        statement.execute(
                group.stream().map(answer -> answer.query().text(major)).collect(Collectors.joining("\n")));
        var sets = new ArrayList<ResultSet>();
        do {
            sets.add(statement.getResultSet());
        } while (statement.getMoreResults(Statement.KEEP_CURRENT_RESULT));
        return sets;
    }

    /** What the rows of the next query become. */
    <T> T take(Query<?> query, Taker<T> taker) throws SQLException {
        Answer answer = answers.remove();
        if (!answer.query().file().equals(query.file())) {
            throw new IllegalStateException(
                    "%s was asked before %s".formatted(answer.query().file(), query.file()));
        }
        Rows rows = await(answer);
        T result = taker.take(rows.set());
        if (rows.last()) {
            rows.set().getStatement().close();
            room.release();
        }
        return result;
    }

    private static Rows await(Answer answer) throws SQLException {
        try {
            return answer.rows().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof SQLException failure) {
                throw failure;
            }
            throw e;
        }
    }

    /** Waits for the query that runs. */
    @Override
    public void close() {
        closed = true;
        room.release(answers.size() + 1);
        work.handle((done, failure) -> "").join();
    }

    /** Makes something of rows. */
    @FunctionalInterface
    interface Taker<T> {
        T take(ResultSet rows) throws SQLException;
    }
}

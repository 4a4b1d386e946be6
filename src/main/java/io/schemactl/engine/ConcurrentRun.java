package io.schemactl.engine;

import io.schemactl.db.SessionSettings;
import io.schemactl.db.WorkConnection;
import io.schemactl.problem.Position;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.Literal;
import io.schemactl.sql.QualifiedName;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * Runs statements with CONCURRENTLY, and mends what one that failed before has left.
 *
 * <p>They wait for other transactions without blocking anybody, so they get no lock timeout. Where CREATE INDEX CONCURRENTLY
 * failed, it left an invalid index, which costs every write and serves no query
 * (<a href="https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY">CREATE INDEX</a>).
 */
final class ConcurrentRun {

    /** How long an interrupted run may spend on removing what its failed build left. */
    private static final Duration CLEANUP = Duration.ofSeconds(3);

    private final WorkConnection connection;
    private final StepExecutor executor;
    private final SessionSettings settings;
    private final RunListener listener;

    ConcurrentRun(WorkConnection connection, StepExecutor executor, SessionSettings settings, RunListener listener) {
        this.connection = connection;
        this.executor = executor;
        this.settings = settings;
        this.listener = listener;
    }

    /**
     * Runs a statement.
     *
     * @param wasRunning whether an earlier run was interrupted in it, or right behind it
     */
    void run(Step.Sql step, boolean wasRunning) throws StepFailure {
        Optional<QualifiedName> index = indexOf(step.sql());
        if (index.isPresent()) {
            build(step, index.get(), wasRunning);
        } else if (!wasRunning || !isGone(step.sql())) {
            patiently(step);
        }
    }

    private void build(Step.Sql step, QualifiedName index, boolean wasRunning) throws StepFailure {
        Optional<Boolean> validity = validity(index);
        if (validity.isPresent() && !validity.get()) {
            listener.says("index %s is invalid, left by a build that failed; dropping it and building it again"
                    .formatted(index.display()));
            patiently(new Step.Sql(dropStatement(index), step.position()));
        } else if (validity.isPresent() && wasRunning) {
            listener.says("index %s was built by a run that was interrupted".formatted(index.display()));
            return;
        }
        try {
            patiently(step);
        } catch (StepFailure e) {
            removeRemains(index, step.position());
            throw e;
        }
    }

    private void removeRemains(QualifiedName index, Position position) {
        try {
            if (connection.isLost()) {
                return;
            }
            connection.shielded(() -> {
                if (validity(index.quoted()).filter(valid -> !valid).isPresent()) {
                    settings.reset();
                    connection.execute(SessionSettings.lockTimeout(Duration.ZERO));
                    if (connection.interruption().isRequested()) {
                        connection.execute("SET statement_timeout = '%dms'".formatted(CLEANUP.toMillis()));
                    }
                    connection.execute(dropStatement(index));
                }
            });
        } catch (SQLException e) {
            listener.says("the invalid index %s remains (%s); the next run drops it and builds it again (%s)"
                    .formatted(index.display(), e.getMessage(), position));
        }
    }

    private static String dropStatement(QualifiedName index) {
        return "DROP INDEX CONCURRENTLY IF EXISTS " + index.quoted();
    }

    /** The change set's own lock timeout comes back, because its other settings stay too. */
    private void patiently(Step step) throws StepFailure {
        String lockTimeout =
                query("SELECT pg_catalog.current_setting('lock_timeout')").orElse("0");
        executor.execute(SessionSettings.lockTimeout(Duration.ZERO));
        executor.execute(step);
        executor.execute("SET lock_timeout = " + Literal.of(lockTimeout));
    }

    /** The index that a statement builds: it comes into its table's schema. */
    private Optional<QualifiedName> indexOf(String sql) throws StepFailure {
        Optional<ConcurrentIndex.Build> build = ConcurrentIndex.find(sql);
        if (build.isEmpty()) {
            return Optional.empty();
        }
        return query("""
                        SELECT n.nspname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                         WHERE c.oid = pg_catalog.to_regclass(?)""", build.get().table())
                .map(schema ->
                        new QualifiedName(new Identifier(schema), build.get().name()));
    }

    /** Whether the index that a statement drops is not there any more. */
    private boolean isGone(String sql) throws StepFailure {
        Optional<String> dropped = ConcurrentIndex.findDropped(sql);
        return dropped.isPresent()
                && query("SELECT pg_catalog.to_regclass(?)::text", dropped.get())
                        .isEmpty();
    }

    private Optional<String> query(String sql, Object... parameters) throws StepFailure {
        try {
            return connection.queryOne(sql, row -> row.getString(1), parameters);
        } catch (SQLException e) {
            throw new StepFailure(null, "", e);
        }
    }

    private Optional<Boolean> validity(QualifiedName index) throws StepFailure {
        try {
            return validity(index.quoted());
        } catch (SQLException e) {
            throw new StepFailure(null, "", e);
        }
    }

    /** Whether an index is valid; empty if there is none. */
    private Optional<Boolean> validity(String index) throws SQLException {
        return connection.queryOne(
                "SELECT indisvalid AND indisready FROM pg_catalog.pg_index WHERE indexrelid = pg_catalog.to_regclass(?)",
                row -> row.getBoolean(1),
                index);
    }
}

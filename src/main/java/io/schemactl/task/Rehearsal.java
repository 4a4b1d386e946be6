package io.schemactl.task;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.Reading;
import io.schemactl.catalog.read.CatalogSession;
import io.schemactl.catalog.read.OpenTransaction;
import io.schemactl.catalog.read.Scope;
import io.schemactl.db.ConnectOptions;
import io.schemactl.db.Connector;
import io.schemactl.db.Observer;
import io.schemactl.db.ServerAddress;
import io.schemactl.db.WorkConnection;
import io.schemactl.engine.ChangelogStatus;
import io.schemactl.engine.Migration;
import io.schemactl.engine.OwnTables;
import io.schemactl.engine.RollbackScope;
import io.schemactl.engine.RunListener;
import io.schemactl.engine.UpgradePlan;
import io.schemactl.engine.UpgradeScope;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.shadow.ShadowDatabase;
import java.sql.SQLException;

/** A target's changelog on a shadow, run forwards and back part by part. */
final class Rehearsal {

    private final TaskContext context;
    private final Session session;
    private final ShadowDatabase shadow;
    private final ShadowGaps gaps;
    private boolean isLocked;

    /**
     * A rehearsal.
     *
     * @param context a context whose listener hears of nothing
     * @param session the changelog and the shadow
     */
    Rehearsal(TaskContext context, Session session, ShadowDatabase shadow) {
        this.context = context;
        this.session = session;
        this.shadow = shadow;
        this.gaps = new ShadowGaps(shadow, session.connection());
    }

    /**
     * Applies a part of the changelog.
     *
     * @param listener is told what happens; of what is tried again because a role was missing, twice
     * @throws ProblemException if a change set fails
     */
    void upgrade(UpgradeScope scope, RunListener listener) throws SQLException {
        run("upgrade", () -> session.migration().planUpgrade(scope), listener);
    }

    /**
     * Takes a part of the changelog back.
     *
     * @throws ProblemException if a change set cannot be taken back, or fails
     */
    void rollback(RollbackScope scope, RunListener listener) throws SQLException {
        run("rollback", () -> session.migration().planRollback(scope), listener);
    }

    private interface Planning {
        UpgradePlan plan() throws SQLException;
    }

    private void run(String command, Planning planning, RunListener listener) throws SQLException {
        lock();
        while (true) {
            try (Observer observer = session.observer()) {
                Migration migration = session.migration();
                migration.run(
                        command,
                        planning.plan(),
                        context.runOptions(session.target()),
                        observer,
                        new ShadowGuard(listener));
                return;
            } catch (ProblemException e) {
                if (!gaps.fill(e.problem().server())) {
                    throw new ProblemException(explained(e.problem()), e);
                }
            }
        }
    }

    private void lock() throws SQLException {
        if (!isLocked) {
            session.lock();
            isLocked = true;
        }
    }

    private static Problem explained(Problem problem) {
        if (problem.code() == ProblemCode.INTERRUPTED) {
            return problem.state("only a shadow was changed").fix("run it again when you like");
        }
        if (problem.code() == ProblemCode.USAGE) {
            return problem.state("only a shadow was changed");
        }
        return ShadowGaps.explain(problem)
                .orElseGet(() -> problem.state("the changelog was replayed on a shadow; nothing else was changed")
                        .fix("mend the change set, so that the changelog runs on an empty database"));
    }

    /** How the changelog and the shadow stand. */
    ChangelogStatus status() throws SQLException {
        return session.migration().status();
    }

    /** Everything that the shadow contains, but for the tool's own tables. */
    Reading read() throws SQLException {
        try (CatalogSession reading = CatalogSession.open(session.connection().driverConnection())) {
            return reading.readAll(scope());
        }
    }

    /** What the shadow contains, as the transaction sees it that is open; as everybody sees it if there is none. */
    Catalog look() throws SQLException {
        WorkConnection connection = session.connection();
        if (connection.isInTransaction()) {
            return OpenTransaction.read(connection.driverConnection(), scope());
        }
        try (CatalogSession reading = CatalogSession.open(connection.driverConnection())) {
            return reading.read(scope());
        }
    }

    private Scope scope() throws SQLException {
        return new Scope(OwnTables.find(session.connection()));
    }

    /** The working connection. */
    WorkConnection connection() {
        return session.connection();
    }

    /** Where the shadow is. */
    ServerAddress address() {
        return shadow.address();
    }

    /** The changelog and the shadow. */
    Session session() {
        return session;
    }

    /** Another connection to the shadow, which the caller closes. */
    WorkConnection another() throws SQLException {
        return new WorkConnection(
                Connector.connect(shadow.address(), ConnectOptions.named(context.application() + " observer")),
                context.interruption(),
                notice -> {});
    }
}

package io.schemactl.engine;

import io.schemactl.db.AdvisoryLock;
import io.schemactl.db.Observer;
import io.schemactl.db.ServerErrors;
import io.schemactl.db.SessionSettings;
import io.schemactl.db.WorkConnection;
import io.schemactl.problem.Position;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.sql.QualifiedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A changelog and a database brought together: says how they stand, plans, and runs what was planned.
 *
 * <p>Everything that is run is planned first, and a plan is what a dry run prints.
 */
public final class Migration {

    private final Changelog changelog;
    private final WorkConnection connection;
    private final HistoryTable history;
    private final String schema;

    private Migration(Changelog changelog, WorkConnection connection, String schema) {
        this.changelog = changelog;
        this.connection = connection;
        this.schema = schema;
        this.history = new HistoryTable(schema);
    }

    /**
     * Brings a changelog and a database together; changes nothing.
     *
     * @throws SQLException if the server fails
     */
    public static Migration open(Changelog changelog, WorkConnection connection) throws SQLException {
        Changelog connected = changelog.connected(connection);
        return new Migration(
                connected,
                connection,
                connected.history(connection).name().schema().name());
    }

    /** The lock that whoever changes something must hold. */
    public AdvisoryLock lock() {
        return new AdvisoryLock(connection, history.name());
    }

    /** The changelog as it is for this database. */
    public Changelog changelog() {
        return changelog;
    }

    /** The schema of the history table. */
    public String historySchema() {
        return schema;
    }

    /** The schema of unqualified names. */
    public String defaultSchema() {
        String name = changelog.runtime().call(() -> changelog.database().getDefaultSchemaName());
        return name == null ? schema : name;
    }

    /** The tables that are schemactl's and Liquibase's own. */
    public Set<QualifiedName> ownTables() {
        return Set.of(
                history.name(),
                QualifiedName.of(schema, HistoryTable.LOCK_NAME),
                QualifiedName.of(schema, StartJournal.NAME));
    }

    /** A lock that the stock engine holds, or left behind when it died. */
    public Optional<StockLock> findStockLock() throws SQLException {
        return StockLock.find(connection, schema);
    }

    /** Change sets without a transaction that were started and did not end. */
    public List<StartedChangeSet> startedChangeSets() throws SQLException {
        return new StartJournal(connection, schema).open();
    }

    /** The history, oldest first. */
    public List<HistoryRow> history() throws SQLException {
        return history.read(connection);
    }

    /** How the database stands. */
    public ChangelogStatus status() throws SQLException {
        ChangelogState state = state();
        var early = state.outOfOrder();
        List<ChangeSetStatus> changeSets = new ArrayList<>();
        state.states()
                .forEach((entry, is) -> changeSets.add(
                        new ChangeSetStatus(entry, is, state.row(entry).orElse(null), early.contains(entry))));
        return new ChangelogStatus(
                changeSets, state.unknown(), StockLock.find(connection, schema).orElse(null));
    }

    /**
     * Makes applied change sets look as if they had another text before, so that those with {@code runOnChange} run again; for throw-away
     * databases, which never had the text before.
     */
    public void outdate(Collection<ChangeSetEntry> entries) throws SQLException {
        ChangelogState state = state();
        for (Map.Entry<ChangeSetEntry, ChangeSetState> each : state.states().entrySet()) {
            if (each.getValue() == ChangeSetState.APPLIED && entries.contains(each.getKey())) {
                connection.execute(history.outdateStatement(
                        state.row(each.getKey()).orElseThrow().id()));
            }
        }
    }

    /**
     * What an upgrade will do.
     *
     * @throws ProblemException if an applied change set's text is another one now
     */
    public UpgradePlan planUpgrade(UpgradeScope scope) throws SQLException {
        ChangelogState state = state();
        Planner planner = new Planner(changelog, history, state);
        List<String> preparation = new ArrayList<>(preparation());
        return changelog.runtime().call(() -> planner.upgrade(scope, preparation));
    }

    /**
     * What a rollback will do.
     *
     * @throws ProblemException if a change set cannot be taken back, or is not in the changelog
     */
    public UpgradePlan planRollback(RollbackScope scope) throws SQLException {
        Planner planner = new Planner(changelog, history, state());
        return changelog.runtime().call(() -> planner.rollback(scope));
    }

    /** What stamping will record as applied without running it. */
    public UpgradePlan planStamp(UpgradeScope scope) throws SQLException {
        ChangelogState state = state();
        Planner planner = new Planner(changelog, history, state);
        List<String> preparation = preparation();
        return changelog.runtime().call(() -> planner.stamp(scope, preparation));
    }

    /** What stamping will record as not applied without taking it back. */
    public UpgradePlan planUnstamp(RollbackScope scope) throws SQLException {
        Planner planner = new Planner(changelog, history, state());
        return changelog.runtime().call(() -> planner.unstamp(scope));
    }

    /** Writes a plan as a script for psql with the same end state. */
    public void writeScript(UpgradePlan plan, RunOptions options, Consumer<String> lines) {
        changelog.runtime().call(() -> {
            new PsqlScript(lock().tryExpression(), options, lines).write(plan);
            return true;
        });
    }

    /** The statements of each change set of a plan, in order; for what wants to know them before they run. */
    public Map<ChangeSetEntry, List<String>> statements(UpgradePlan plan) {
        return changelog.runtime().call(() -> {
            Map<ChangeSetEntry, List<String>> statements = new LinkedHashMap<>();
            for (ChangeSetScript script : plan.scripts()) {
                statements.put(
                        script.entry(),
                        script.steps().flatMap(step -> text(step).stream()).toList());
            }
            return statements;
        });
    }

    private static Optional<String> text(Step step) {
        if (step instanceof Step.Batches batches) {
            return Optional.of(batches.description());
        }
        return step instanceof Step.Sql sql ? Optional.of(sql.sql()) : Optional.empty();
    }

    /**
     * Runs a plan. The caller holds the lock.
     *
     * @param command what the history calls it
     * @throws ProblemException when a change set fails; what ran before it stays
     * @throws SQLException if the server fails in between
     */
    public List<ChangeSetResult> run(
            String command, UpgradePlan plan, RunOptions options, Observer observer, RunListener listener)
            throws SQLException {
        var settings = new SessionSettings(
                connection, options.lockTimeout(), options.statementTimeout(), options.defaultSchema());
        settings.reset();
        var events = new RunEvents(new RunLog(connection, history.name()), connection, settings, listener);
        var runner = new ChangeSetRunner(connection, options, observer, events, new StartJournal(connection, schema));
        var failures = new Failures(observer, options, connection.interruption());
        return events.recording(command, () -> run(plan, runner, failures, events));
    }

    /** Who ran what, oldest first. */
    public List<RunEvent> events() throws SQLException {
        return new RunLog(connection, history.name()).read();
    }

    private List<ChangeSetResult> run(UpgradePlan plan, ChangeSetRunner runner, Failures failures, RunListener listener)
            throws SQLException {
        prepare(plan);
        checkGuards(plan, runner, failures, listener);
        List<ChangeSetResult> results = new ArrayList<>();
        for (ChangeSetScript script : plan.scripts()) {
            try {
                if (connection.interruption().isRequested()) {
                    throw new StepFailure(null, "", new InterruptedException("interrupted"));
                }
                results.add(runner.run(script));
            } catch (StepFailure e) {
                throw failures.problem(script, e, results.size(), plan.scripts().size());
            }
        }
        return results;
    }

    private void prepare(UpgradePlan plan) throws SQLException {
        try {
            for (String statement : plan.preparation()) {
                connection.execute(statement);
            }
        } catch (SQLException e) {
            if (ServerErrors.code(e) != ProblemCode.PERMISSION) {
                throw e;
            }
            throw new ProblemException(
                    Problem.of(ProblemCode.PERMISSION, "the role may not make the history table " + history.name())
                            .saidBy(ServerErrors.findMessage(e).orElse(null))
                            .state("nothing was changed")
                            .fix("GRANT CREATE, USAGE ON SCHEMA %s to the role, or set `history-schema` of the target"
                                    .formatted(history.name().schema())),
                    e);
        }
    }

    private void checkGuards(UpgradePlan plan, ChangeSetRunner runner, Failures failures, RunListener listener) {
        for (Guard guard : plan.guards()) {
            try {
                Guard.Outcome outcome = runner.evaluate(guard);
                switch (outcome.action()) {
                    case RUN -> {}
                    case WARN -> listener.says("the changelog's precondition was not met: " + outcome.reason());
                    case HALT, CONTINUE, MARK_RAN -> throw notMet(outcome.reason());
                }
            } catch (StepFailure e) {
                throw failures.ofChangelog(e, changelog.request().root());
            }
        }
    }

    private ProblemException notMet(String reason) {
        return new ProblemException(
                Problem.of(ProblemCode.PRECONDITION, "the changelog's precondition was not met: " + reason)
                        .at(Position.startOf(changelog.request().root()))
                        .state("no change set was begun"));
    }

    private ChangelogState state() throws SQLException {
        List<HistoryRow> rows = history.read(connection);
        return changelog.runtime().call(() -> new ChangelogState(changelog, rows));
    }

    private List<String> preparation() throws SQLException {
        return history.exists(connection) ? history.upgradeStatements(connection) : List.of(history.createStatement());
    }
}

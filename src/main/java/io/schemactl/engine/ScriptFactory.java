package io.schemactl.engine;

import io.schemactl.engine.ChangeSetResult.Outcome;
import io.schemactl.engine.ChangeSetScript.Direction;
import io.schemactl.engine.ChangeSetScript.Mode;
import io.schemactl.engine.changelog.ChangeSource;
import io.schemactl.problem.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import liquibase.Scope;
import liquibase.change.Change;
import liquibase.changelog.ChangeSet;
import liquibase.precondition.Precondition;
import liquibase.precondition.PreconditionLogic;
import liquibase.precondition.core.PreconditionContainer;
import liquibase.sql.visitor.SqlVisitor;
import org.jspecify.annotations.Nullable;

/** Makes the script of a change set. */
final class ScriptFactory {

    private static final String EXECUTED = "EXECUTED";

    private final Changelog changelog;
    private final HistoryTable history;
    private final ChangeSteps steps;
    private final BatchSteps batches;
    private final boolean isStepwise;

    ScriptFactory(Changelog changelog, HistoryTable history) {
        this(changelog, history, false);
    }

    private ScriptFactory(Changelog changelog, HistoryTable history, boolean isStepwise) {
        this.changelog = changelog;
        this.history = history;
        this.steps = new ChangeSteps(changelog.database(), changelog.runtime());
        this.batches = new BatchSteps(changelog);
        this.isStepwise = isStepwise;
    }

    /** One whose scripts run statement by statement, whatever the change sets say. */
    ScriptFactory stepwise() {
        return new ScriptFactory(changelog, history, true);
    }

    private boolean isInTransaction(ChangeSet changeSet) {
        return !isStepwise && changeSet.isRunInTransaction();
    }

    /**
     * The script that applies a change set.
     *
     * @param recorded what its row is found by, if it has run before
     */
    ChangeSetScript upgrade(ChangeSetEntry entry, @Nullable ChangeSetId recorded) {
        ChangeSet changeSet = changelog.changeSet(entry);
        var values = HistoryValues.of(changeSet, Scope.getCurrentScope().getDeploymentId());
        if (changelog.isMarkedInvalid(entry)) {
            return new ChangeSetScript(
                    entry,
                    Direction.UPGRADE,
                    null,
                    mode(changeSet, Outcome.MARKED_RAN),
                    List.of(),
                    List.of(record(values, recorded, "MARK_RAN")),
                    List.of());
        }
        List<Supplier<List<Step>>> changes = changes(entry, changeSet);
        boolean isSkipped = changeSet.getChanges().size() == 1 && changes.isEmpty();
        List<String> record = isSkipped ? List.of() : List.of(record(values, recorded, EXECUTED));
        return new ChangeSetScript(
                entry,
                Direction.UPGRADE,
                guard(changeSet),
                mode(changeSet, isSkipped ? Outcome.SKIPPED : Outcome.APPLIED),
                changes,
                record,
                List.of(record(values, recorded, "MARK_RAN")));
    }

    private List<Supplier<List<Step>>> changes(ChangeSetEntry entry, ChangeSet changeSet) {
        List<Supplier<List<Step>>> changes = new ArrayList<>();
        for (int i = 0; i < changeSet.getChanges().size(); i++) {
            Change change = changeSet.getChanges().get(i);
            ChangeSource source = changelog.findChange(entry, i).orElse(null);
            Position position = changelog.changePosition(entry, i);
            if (!steps.isSkipped(change)) {
                changes.add(checked(
                        entry,
                        change,
                        () -> quoting(
                                changeSet,
                                () -> batches.forward(
                                        entry,
                                        StatementPlaces.locate(
                                                steps.forward(change, visitors(changeSet), position), source)))));
            }
        }
        return changes;
    }

    /** The script that takes a change set back, and forgets it. */
    ChangeSetScript rollback(ChangeSetEntry entry, HistoryRow row) {
        ChangeSet changeSet = changelog.changeSet(entry);
        List<Supplier<List<Step>>> changes = row.isMarkRan() ? List.of() : rollbackChanges(entry, changeSet);
        return new ChangeSetScript(
                entry,
                Direction.ROLLBACK,
                null,
                new Mode(isInTransaction(changeSet), true, row.isMarkRan() ? Outcome.UNMARKED : Outcome.ROLLED_BACK),
                changes,
                List.of(history.deleteStatement(row.id())),
                List.of());
    }

    /** Steps are made when they are asked for; only those that look like transaction control are made and refused now. */
    private Supplier<List<Step>> checked(ChangeSetEntry entry, Change change, Supplier<List<Step>> made) {
        if (isInTransaction(changelog.changeSet(entry)) && TransactionControl.isSuspect(change)) {
            made.get().forEach(step -> TransactionControl.check(step, entry));
        }
        return made;
    }

    private List<Supplier<List<Step>>> rollbackChanges(ChangeSetEntry entry, ChangeSet changeSet) {
        List<Supplier<List<Step>>> changes = new ArrayList<>();
        if (changeSet.hasCustomRollbackChanges()) {
            List<Change> written = changeSet.getRollback().getChanges();
            for (int i = 0; i < written.size(); i++) {
                Change change = written.get(i);
                ChangeSource source =
                        changelog.findRollbackChange(entry, i, written.size()).orElse(null);
                Position position = source == null ? changelog.rollbackPosition(entry) : source.position();
                if (!steps.isSkipped(change) && !RollbackCheck.isNothing(change)) {
                    changes.add(checked(
                            entry,
                            change,
                            () -> quoting(
                                    changeSet,
                                    () -> batches.rollback(
                                            entry,
                                            StatementPlaces.locate(
                                                    steps.rollback(change, visitors(changeSet), position), source)))));
                }
            }
            return changes;
        }
        for (int i = changeSet.getChanges().size() - 1; i >= 0; i--) {
            Change change = changeSet.getChanges().get(i);
            Position position = changelog.changePosition(entry, i);
            if (!steps.isSkipped(change)) {
                changes.add(() -> quoting(changeSet, () -> steps.inverse(change, visitors(changeSet), position)));
            }
        }
        return changes;
    }

    /** The preconditions of the changelog itself, asked before anything else. */
    List<Guard> changelogGuards() {
        PreconditionContainer preconditions = changelog.liquibase().getPreconditions();
        return isEmpty(preconditions) ? List.of() : List.of(guard(preconditions, null));
    }

    private @Nullable Guard guard(ChangeSet changeSet) {
        PreconditionContainer preconditions = changeSet.getPreconditions();
        return isEmpty(preconditions) ? null : quoting(changeSet, () -> guard(preconditions, changeSet));
    }

    /** Liquibase wraps the preconditions of included files into groups, empty ones too. */
    private static boolean isEmpty(@Nullable Precondition precondition) {
        return precondition == null
                || (precondition instanceof PreconditionLogic group
                        && group.getNestedPreconditions().stream().allMatch(ScriptFactory::isEmpty));
    }

    private Guard guard(PreconditionContainer preconditions, @Nullable ChangeSet changeSet) {
        var changeLog = changeSet == null ? changelog.liquibase() : changeSet.getChangeLog();
        return new Guard(
                PreconditionBlock.of(
                        preconditions,
                        changelog.database(),
                        changeLog,
                        changeSet,
                        history.name().quoted()),
                Guard.of(preconditions.getOnFail()),
                Guard.of(preconditions.getOnError()),
                preconditions.getOnFailMessage(),
                preconditions.getOnErrorMessage());
    }

    private Mode mode(ChangeSet changeSet, Outcome success) {
        return new Mode(isInTransaction(changeSet), !Boolean.FALSE.equals(changeSet.getFailOnError()), success);
    }

    private String record(HistoryValues values, @Nullable ChangeSetId recorded, String execType) {
        return recorded == null
                ? history.insertStatement(values, execType)
                : history.updateStatement(values, recorded, "RERAN");
    }

    private static List<SqlVisitor> visitors(ChangeSet changeSet) {
        return changeSet.getSqlVisitors() == null ? List.of() : List.copyOf(changeSet.getSqlVisitors());
    }

    /** Names are quoted as the change set asks, while its SQL is made. */
    private <T> T quoting(ChangeSet changeSet, Supplier<T> work) {
        return changelog.runtime().call(() -> {
            var database = changelog.database();
            var before = database.getObjectQuotingStrategy();
            database.setObjectQuotingStrategy(changeSet.getObjectQuotingStrategy());
            try {
                return work.get();
            } finally {
                database.setObjectQuotingStrategy(before);
            }
        });
    }
}

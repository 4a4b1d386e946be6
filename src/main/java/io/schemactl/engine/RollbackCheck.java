package io.schemactl.engine;

import io.schemactl.problem.Position;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import liquibase.Scope;
import liquibase.change.Change;
import liquibase.change.ChangeFactory;
import liquibase.change.core.EmptyChange;
import liquibase.change.core.RawSQLChange;
import liquibase.changelog.ChangeSet;
import liquibase.exception.SetupException;

/** Says before anything is touched whether change sets can be taken back. */
final class RollbackCheck {

    private final Changelog changelog;

    RollbackCheck(Changelog changelog) {
        this.changelog = changelog;
    }

    /** Whether a change in a rollback block says that there is nothing to do. */
    static boolean isNothing(Change change) {
        return change instanceof EmptyChange
                || change instanceof RawSQLChange sql
                        && "empty".equalsIgnoreCase(String.valueOf(sql.getSql()).strip());
    }

    /**
     * Refuses change sets without a rollback block that Liquibase cannot invert.
     *
     * @throws ProblemException naming each such change
     */
    void check(List<ChangeSetEntry> entries) {
        List<Problem> problems = new ArrayList<>();
        for (ChangeSetEntry entry : entries) {
            ChangeSet changeSet = changelog.changeSet(entry);
            if (!changeSet.hasCustomRollbackChanges()) {
                problems.addAll(problems(entry, changeSet));
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems, null);
        }
    }

    private List<Problem> problems(ChangeSetEntry entry, ChangeSet changeSet) {
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < changeSet.getChanges().size(); i++) {
            Change change = changeSet.getChanges().get(i);
            if (!canBeInverted(change, changeSet)) {
                problems.add(problem(entry, change, changelog.changePosition(entry, i)));
            }
        }
        return problems;
    }

    private boolean canBeInverted(Change change, ChangeSet changeSet) {
        boolean isFormattedSql = change instanceof RawSQLChange
                && changeSet.getFilePath().toLowerCase(java.util.Locale.ROOT).endsWith(".sql");
        try {
            change.finishInitialization();
            return !isFormattedSql && change.supportsRollback(changelog.database());
        } catch (SetupException e) {
            return false;
        }
    }

    private static Problem problem(ChangeSetEntry entry, Change change, Position position) {
        String name = Scope.getCurrentScope()
                .getSingleton(ChangeFactory.class)
                .getChangeMetaData(change)
                .getName();
        return Problem.of(
                        ProblemCode.ROLLBACK_IMPOSSIBLE,
                        "%s cannot be rolled back: it has no rollback block, and `%s` has no inverse"
                                .formatted(entry.label(), name))
                .at(position)
                .about(entry.label())
                .state("nothing was changed")
                .fix(
                        "give the change set a `rollback:` block; write `rollback: { empty: {} }` if there is nothing to take back");
    }
}

package io.schemactl.engine;

import io.schemactl.problem.Position;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import liquibase.change.Change;
import liquibase.changelog.ChangeSet;
import liquibase.exception.SetupException;
import liquibase.exception.ValidationErrors;

/** Asks every change whether it is complete, as the stock engine does before it runs anything. */
final class ChangeValidation {

    private final Changelog changelog;
    private final List<Problem> problems = new ArrayList<>();

    ChangeValidation(Changelog changelog) {
        this.changelog = changelog;
    }

    /**
     * Checks all change sets that are meant for this database.
     *
     * @throws ProblemException with all that is wrong
     */
    void check() {
        changelog.changeSets().forEach((entry, changeSet) -> {
            if (entry.filteredBecause() == null) {
                check(entry, changeSet);
            }
        });
        if (!problems.isEmpty()) {
            throw new ProblemException(problems, null);
        }
    }

    private void check(ChangeSetEntry entry, ChangeSet changeSet) {
        List<String> errors = new ArrayList<>();
        for (int i = 0; i < changeSet.getChanges().size(); i++) {
            Change change = changeSet.getChanges().get(i);
            List<String> found = errors(change);
            if (changeSet.getOnValidationFail() == ChangeSet.ValidationFailOption.MARK_RAN && !found.isEmpty()) {
                changeSet.setValidationFailed(true);
                return;
            }
            Position position = changelog.changePosition(entry, i);
            found.forEach(message -> add(message, position, entry));
            errors.addAll(found);
        }
        if (errors.isEmpty() && changeSet.hasCustomRollbackChanges()) {
            changeSet
                    .getRollback()
                    .getChanges()
                    .forEach(change -> errors(change)
                            .forEach(message -> add(
                                    "in the rollback block: " + message, changelog.rollbackPosition(entry), entry)));
        }
    }

    private List<String> errors(Change change) {
        try {
            change.finishInitialization();
            ValidationErrors errors = change.validate(changelog.database());
            return errors == null ? List.of() : errors.getErrorMessages();
        } catch (SetupException | RuntimeException e) {
            return List.of(LiquibaseErrors.words(e));
        }
    }

    private void add(String message, Position position, ChangeSetEntry entry) {
        problems.add(Problem.of(ProblemCode.CHANGELOG, message).at(position).about(entry.label()));
    }
}

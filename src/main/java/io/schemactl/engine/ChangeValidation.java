package io.schemactl.engine;

import io.schemactl.problem.Position;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import liquibase.change.Change;
import liquibase.changelog.ChangeSet;
import liquibase.exception.SetupException;
import liquibase.exception.ValidationErrors;
import org.jspecify.annotations.Nullable;

/** Asks every change whether it is complete, as the stock engine does before it runs anything. */
final class ChangeValidation {

    private final Changelog changelog;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<ChangeSetId> markedInvalid = new HashSet<>();

    ChangeValidation(Changelog changelog) {
        this.changelog = changelog;
    }

    /**
     * Checks all change sets that are meant for this database.
     *
     * @return those that are wrong, but say {@code onValidationFail: MARK_RAN}
     * @throws ProblemException with all that is wrong
     */
    Set<ChangeSetId> check() {
        changelog.changeSets().forEach((entry, changeSet) -> {
            if (entry.filteredBecause() == null) {
                check(entry, changeSet);
            }
        });
        if (!problems.isEmpty()) {
            throw new ProblemException(problems, null);
        }
        return markedInvalid;
    }

    private void check(ChangeSetEntry entry, ChangeSet changeSet) {
        checkLength("id", entry.id().id(), entry);
        checkLength("author", entry.id().author(), entry);
        checkLength("recorded file name", entry.id().file(), entry);
        checkLength("list of contexts", changeSet.buildFullContext(), entry);
        checkLength("list of labels", changeSet.buildFullLabels(), entry);
        checkExecutor(entry, changeSet);
        List<String> errors = new ArrayList<>();
        for (int i = 0; i < changeSet.getChanges().size(); i++) {
            Change change = changeSet.getChanges().get(i);
            List<String> found = errors(change);
            if (changeSet.getOnValidationFail() == ChangeSet.ValidationFailOption.MARK_RAN && !found.isEmpty()) {
                markedInvalid.add(entry.id());
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

    /** The stock engine, too, refuses executors that it does not have. */
    private void checkExecutor(ChangeSetEntry entry, ChangeSet changeSet) {
        String runWith = changeSet.getRunWith();
        if (runWith != null && !runWith.equalsIgnoreCase("jdbc")) {
            problems.add(Problem.of(ProblemCode.CHANGELOG, "cannot run a change set with `%s`".formatted(runWith))
                    .at(entry.position())
                    .about(entry.label())
                    .fix("remove `runWith`: schemactl sends all SQL itself, as with `runWith: jdbc`"));
        }
    }

    /** What the history has no room for would fail only when everything else has run. */
    private void checkLength(String what, @Nullable String text, ChangeSetEntry entry) {
        if (text != null && text.codePointCount(0, text.length()) > HistoryTable.LONGEST) {
            String message = "the %s is longer than the %d characters that the history has room for"
                    .formatted(what, HistoryTable.LONGEST);
            problems.add(Problem.of(ProblemCode.CHANGELOG, message).at(entry.position()));
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

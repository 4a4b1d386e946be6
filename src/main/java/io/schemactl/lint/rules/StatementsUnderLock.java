package io.schemactl.lint.rules;

import io.schemactl.finding.Severity;
import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import io.schemactl.lint.Rule;
import java.util.List;
import java.util.stream.Stream;

/** Finds statements that follow while a table in use stays locked. */
final class StatementsUnderLock implements Rule {

    @Override
    public String summary() {
        return "Finds statements that follow while a table in use stays locked.";
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    @Override
    public boolean yields() {
        return true;
    }

    @Override
    public Stream<Hit> check(LintContext context) {
        if (Stream.of(new WorkUnderLock(), new SeveralTablesLocked(), new MixedBackfill())
                .anyMatch(rule -> rule.check(context).findAny().isPresent())) {
            return Stream.empty();
        }
        List<HeldLock> later = HeldLock.in(context).stream()
                .filter(held -> !held.facts().statement().isCommand("COMMENT") && !isAbout(held))
                .toList();
        return later.stream()
                .limit(1)
                .map(
                        held -> held.facts()
                                .hit(
                                        "table " + held.first(),
                                        "%s while %s is locked in ACCESS EXCLUSIVE mode, and nobody can read or write it until the change set ends"
                                                .formatted(
                                                        later.size() == 1
                                                                ? "a statement follows"
                                                                : later.size() + " statements follow",
                                                        held.first()))
                                .fix(
                                        "put them in front of the statement that takes the lock, or into a change set of their own"));
    }

    /** Whether a statement is about a locked table too, and so belongs where it stands. */
    private static boolean isAbout(HeldLock held) {
        return held.facts().statement().trace().relations().stream()
                        .anyMatch(relation -> held.tables().contains(relation.table()))
                || held.facts().statement().differences().stream()
                        .flatMap(difference -> LintContext.tableOf(difference.key()).stream())
                        .anyMatch(held.tables()::contains);
    }
}

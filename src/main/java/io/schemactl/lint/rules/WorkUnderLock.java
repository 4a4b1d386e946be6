package io.schemactl.lint.rules;

import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import io.schemactl.lint.Rule;
import io.schemactl.lint.StatementFacts;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds work on all rows of a table while an earlier statement keeps a table in use locked. */
final class WorkUnderLock implements Rule {

    @Override
    public String summary() {
        return "Finds work on all rows of a table while an earlier statement keeps a table in use locked.";
    }

    @Override
    public boolean yields() {
        return true;
    }

    @Override
    public Stream<Hit> check(LintContext context) {
        return HeldLock.in(context).stream()
                .filter(held -> !Backfill.isCommand(held.facts().statement()))
                .flatMap(held -> work(held.facts()).stream()
                        .map(work -> held.facts()
                                .hit(
                                        "table " + held.first(),
                                        "%s while %s is still locked in ACCESS EXCLUSIVE mode, and nobody can read or write it until the change set ends"
                                                .formatted(work, held.first()))
                                .fix("put this statement into a change set of its own")))
                .limit(1);
    }

    private static Optional<String> work(StatementFacts facts) {
        Stream<String> indexes = facts.builtIndexes().stream()
                .map(index -> "builds index " + index.name().name());
        Stream<String> rewrites =
                facts.rewritten().stream().map(table -> "writes all rows of %s anew".formatted(facts.shown(table)));
        Stream<String> scans = facts.scanned().stream().map(table -> "reads all rows of " + facts.shown(table));
        return Stream.of(indexes, rewrites, scans).flatMap(each -> each).findFirst();
    }
}

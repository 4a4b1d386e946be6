package io.schemactl.lint.rules;

import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import io.schemactl.lint.Rule;
import io.schemactl.lint.StatementFacts;
import io.schemactl.sql.QualifiedName;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds change sets that lock one table in use after another. */
final class SeveralTablesLocked implements Rule {

    @Override
    public String summary() {
        return "Finds change sets that lock one table in use after another.";
    }

    @Override
    public Stream<Hit> check(LintContext context) {
        for (HeldLock held : HeldLock.in(context)) {
            Optional<QualifiedName> other = HeldLock.lockedBy(held.facts().statement()).stream()
                    .filter(table -> held.tables().stream().noneMatch(known -> isKin(held.facts(), known, table)))
                    .findFirst();
            if (other.isPresent()) {
                String table = context.shown(other.get());
                return Stream.of(held.facts()
                        .hit(
                                other.get(),
                                "waits for ACCESS EXCLUSIVE on %s while it holds it on %s: nobody can use either, and whoever has them the other way round is in a deadlock"
                                        .formatted(table, held.first()))
                        .fix("one change set a table"));
            }
        }
        return Stream.empty();
    }

    private static boolean isKin(StatementFacts facts, QualifiedName one, QualifiedName other) {
        return facts.family(one).contains(other) || facts.family(other).contains(one);
    }
}

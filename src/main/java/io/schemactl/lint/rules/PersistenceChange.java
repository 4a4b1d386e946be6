package io.schemactl.lint.rules;

import io.schemactl.catalog.Persistence;
import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import java.util.stream.Stream;

/** Finds tables in use that become logged or unlogged. */
final class PersistenceChange implements StatementRule {

    @Override
    public String summary() {
        return "Finds tables in use that become logged or unlogged.";
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        return facts.tableChanges().stream()
                .filter(change -> change.from().persistence() != change.to().persistence())
                .map(
                        change -> facts.hit(
                                        change.name(),
                                        "makes %s %s, which writes all rows anew: %s"
                                                .formatted(
                                                        facts.shown(change.name()),
                                                        change.to().persistence() == Persistence.UNLOGGED
                                                                ? "unlogged"
                                                                : "logged",
                                                        facts.locked(change.name())))
                                .fix(
                                        "make a new table of that kind, copy the rows in batches, and swap the names at a quiet time"));
    }
}

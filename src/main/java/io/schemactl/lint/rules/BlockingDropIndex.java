package io.schemactl.lint.rules;

import io.schemactl.catalog.Index;
import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import java.util.stream.Stream;

/** Finds indexes of tables in use that are dropped while nobody can use the table. */
final class BlockingDropIndex implements StatementRule {

    @Override
    public String summary() {
        return "Finds indexes of tables in use that are dropped while nobody can use the table.";
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        if (!facts.statement().isCommand("DROP INDEX")) {
            return Stream.empty();
        }
        return facts.removed(Index.class)
                .filter(index -> facts.isUsed(index.relation()) && facts.isBlocked(index.relation()))
                .limit(1)
                .map(index -> facts.hit(
                                "index " + index.name(),
                                "drops index %s: %s".formatted(index.name(), facts.locked(index.relation())))
                        .fix("DROP INDEX CONCURRENTLY, in a change set of its own with `runInTransaction: false`"));
    }
}

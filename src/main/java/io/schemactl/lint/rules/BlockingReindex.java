package io.schemactl.lint.rules;

import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import java.util.stream.Stream;

/** Finds indexes of tables in use that are built again while nobody can write the table. */
final class BlockingReindex implements StatementRule {

    @Override
    public String summary() {
        return "Finds indexes of tables in use that are built again while nobody can write the table.";
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        if (!facts.statement().isCommand("REINDEX")) {
            return Stream.empty();
        }
        return facts.findBlocked().stream()
                .map(table -> facts.hit(table, "builds indexes again: " + facts.locked(table))
                        .fix("REINDEX CONCURRENTLY, in a change set of its own with `runInTransaction: false`"));
    }
}

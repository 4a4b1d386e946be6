package io.schemactl.lint.rules;

import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import java.util.stream.Stream;

/** Finds tables in use that are locked by LOCK TABLE. */
final class LockTable implements StatementRule {

    @Override
    public String summary() {
        return "Finds tables in use that are locked by LOCK TABLE.";
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        if (!facts.statement().isCommand("LOCK")) {
            return Stream.empty();
        }
        return facts.findBlocked().stream()
                .map(table -> facts.hit(table, facts.locked(table))
                        .fix("let each statement take the lock it needs, and keep the change set short"));
    }
}

package io.schemactl.lint.rules;

import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import java.util.stream.Stream;

/** Finds columns that are dropped while running clients may still use them. */
final class DropColumn implements StatementRule {

    @Override
    public String summary() {
        return "Finds columns that are dropped while running clients may still use them.";
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        return facts.tableChanges().stream()
                .flatMap(
                        change -> change.dropped().stream()
                                .filter(column -> facts.wasThere(change.name(), column.name()))
                                .map(
                                        column -> facts.hit(
                                                        facts.column(change.name(), column.name()),
                                                        "drops column %s of %s with all its values, which a rollback cannot bring back"
                                                                .formatted(column.name(), facts.shown(change.name())))
                                                .fix(
                                                        "release an application that does not use the column first; drop it in a later story")));
    }
}

package io.schemactl.lint.rules;

import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import java.util.stream.Stream;

/** Finds statements that go through all rows of a table in use to change some. */
final class UnbatchedBackfill implements StatementRule {

    @Override
    public String summary() {
        return "Finds statements that go through all rows of a table in use to change some.";
    }

    @Override
    public boolean yields() {
        return true;
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        return Backfill.whole(facts).stream()
                .filter(table -> facts.statement().hasWords("WHERE"))
                .map(table -> facts.hit(
                                table,
                                "goes through all rows of %s in one transaction: the rows it changes are locked until the change set ends"
                                        .formatted(facts.shown(table)))
                        .fix("change them in batches of a key range: `schemactl:batch`"));
    }
}

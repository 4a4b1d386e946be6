package io.schemactl.lint.rules;

import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import java.util.stream.Stream;

/** Finds UPDATE and DELETE of all rows of a table in use. */
final class MissingWhere implements StatementRule {

    @Override
    public String summary() {
        return "Finds UPDATE and DELETE of all rows of a table in use.";
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        boolean hasWhere = facts.statement().hasWords("WHERE");
        boolean changes =
                facts.statement().isCommand("UPDATE") || facts.statement().isCommand("DELETE");
        return hasWhere || !changes
                ? Stream.empty()
                : Backfill.target(facts).stream()
                        .map(
                                table -> facts.hit(
                                                table,
                                                "changes every row of %s, which has no WHERE to leave any out: all are locked until the change set ends"
                                                        .formatted(facts.shown(table)))
                                        .fix(
                                                "say which rows with WHERE, and change them in batches of a key range: `schemactl:batch`"));
    }
}

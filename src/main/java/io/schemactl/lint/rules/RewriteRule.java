package io.schemactl.lint.rules;

import io.schemactl.finding.Severity;
import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import java.util.stream.Stream;

/** Finds rules of the query rewriter on tables in use. */
final class RewriteRule implements StatementRule {

    @Override
    public String summary() {
        return "Finds rules of the query rewriter on tables in use.";
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        return facts.added(io.schemactl.catalog.Rule.class)
                .filter(rule -> facts.isUsed(rule.relation()))
                .map(rule -> facts.hit(
                                "rule %s of %s".formatted(rule.name(), facts.shown(rule.relation())),
                                "rule %s rewrites the statements of all who use the table: %s"
                                        .formatted(rule.name(), facts.locked(rule.relation())))
                        .fix("write a trigger, or a view with a trigger"));
    }
}

package io.schemactl.lint.rules;

import io.schemactl.catalog.Trigger;
import io.schemactl.finding.Severity;
import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import java.util.stream.Stream;

/** Finds triggers that are added to tables in use. */
final class NewTrigger implements StatementRule {

    @Override
    public String summary() {
        return "Finds triggers that are added to tables in use.";
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        return facts.added(Trigger.class)
                .filter(trigger -> facts.isUsed(trigger.relation()) && !trigger.inherited())
                .map(trigger -> facts.hit(
                                "trigger %s of %s".formatted(trigger.name(), facts.shown(trigger.relation())),
                                "adds %s %s, which from now on runs in the transactions of all who write: %s"
                                        .formatted(
                                                trigger.deferral() == null ? "trigger" : "constraint trigger",
                                                trigger.name(),
                                                facts.locked(trigger.relation())))
                        .fix("add it in a change set of its own; have its function handle rows of old applications"));
    }
}

package io.schemactl.lint.rules;

import io.schemactl.catalog.Constraint;
import io.schemactl.catalog.Trigger;
import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import io.schemactl.sql.QualifiedName;
import java.util.stream.Stream;

/** Finds triggers and foreign keys of tables in use that are switched off. */
final class DisabledTrigger implements StatementRule {

    @Override
    public String summary() {
        return "Finds triggers and foreign keys of tables in use that are switched off.";
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        Stream<Hit> triggers = facts.changed(Trigger.class)
                .filter(pair -> pair.from().state() != Trigger.State.DISABLED
                        && pair.to().state() == Trigger.State.DISABLED)
                .map(StatementFacts.Pair::to)
                .filter(trigger -> facts.isUsed(trigger.relation()))
                .map(trigger -> hit(facts, trigger.relation(), "trigger " + trigger.name()));
        Stream<Hit> keys = facts.changed(Constraint.class)
                .filter(pair -> pair.from().standing().triggersEnabled()
                        && !pair.to().standing().triggersEnabled())
                .map(StatementFacts.Pair::to)
                .filter(facts::isUsed)
                .map(key -> hit(facts, key.relation(), key.word() + " " + key.name()));
        return Stream.concat(keys, triggers).limit(1);
    }

    private static Hit hit(StatementFacts facts, QualifiedName table, String what) {
        return facts.hit(
                        table,
                        "switches off %s of %s: rows that are written until it is on again are never looked at"
                                .formatted(what, facts.shown(table)))
                .fix(
                        "write the rows so that the triggers may see them, or `SET LOCAL session_replication_role = replica` for this session only");
    }
}

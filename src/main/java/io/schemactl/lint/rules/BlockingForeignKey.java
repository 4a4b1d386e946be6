package io.schemactl.lint.rules;

import io.schemactl.catalog.ForeignKey;
import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import java.util.stream.Stream;

/** Finds foreign keys of tables in use whose rows are checked while nobody can write them. */
final class BlockingForeignKey implements StatementRule {

    @Override
    public String summary() {
        return "Finds foreign keys of tables in use whose rows are checked while nobody can write them.";
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        return facts.added(ForeignKey.class)
                .filter(key -> facts.isUsed(key)
                        && key.standing().validated()
                        && key.standing().enforced())
                .filter(key -> checksRows(facts, key))
                .limit(1)
                .map(key -> facts.hit(
                                "foreign key %s of %s".formatted(key.name(), facts.shown(key.relation())),
                                "adds foreign key %s and checks all rows: %s%s"
                                        .formatted(key.name(), facts.locked(key.relation()), other(facts, key)))
                        .fix("add it as NOT VALID, and validate it in a later change set"));
    }

    /** That of a partitioned table takes those that its partitions have, and checks the rows of the others only. */
    private static boolean checksRows(StatementFacts facts, ForeignKey key) {
        return !facts.isPartitioned(key.relation())
                || facts.added(ForeignKey.class)
                        .map(ForeignKey::relation)
                        .anyMatch(each -> !facts.isPartitioned(each)
                                && facts.family(key.relation()).contains(each));
    }

    private static String other(StatementFacts facts, ForeignKey key) {
        return key.referenced().equals(key.relation())
                ? ""
                : "; nobody can write %s either".formatted(facts.shown(key.referenced()));
    }
}

package io.schemactl.lint.rules;

import io.schemactl.catalog.KeyConstraint;
import io.schemactl.catalog.Kind;
import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import java.util.stream.Stream;

/** Finds tables in use that lose their primary key. */
final class DropPrimaryKey implements StatementRule {

    @Override
    public String summary() {
        return "Finds tables in use that lose their primary key.";
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        return facts.removed(KeyConstraint.class)
                .filter(key -> key.primary() && facts.isUsed(key))
                .filter(key ->
                        facts.statement().after().findTable(key.relation()).isPresent())
                .filter(key -> facts.context()
                        .schemas()
                        .after()
                        .partsOf(key.relation(), Kind.CONSTRAINT, KeyConstraint.class)
                        .noneMatch(KeyConstraint::primary))
                .map(key -> facts.hit(
                                "primary key %s of %s".formatted(key.name(), facts.shown(key.relation())),
                                "%s has no primary key any more: duplicates may come, and where it is published UPDATE and DELETE fail"
                                        .formatted(facts.shown(key.relation())))
                        .fix("build the index of the new key concurrently first, and swap both in one ALTER TABLE"));
    }
}

package io.schemactl.lint.rules;

import io.schemactl.catalog.KeyConstraint;
import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import io.schemactl.sql.QualifiedName;
import java.util.stream.Stream;

/** Finds primary keys and unique constraints that build their index while nobody can use the table. */
final class BlockingKey implements StatementRule {

    @Override
    public String summary() {
        return "Finds primary keys and unique constraints that build their index while nobody can use the table.";
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        return facts.added(KeyConstraint.class)
                .filter(key -> facts.isUsed(key) && !facts.isRewritten(key.relation()))
                .filter(key -> facts.isMade(new QualifiedName(key.relation().schema(), key.name())))
                .limit(1)
                .map(
                        key -> facts.hit(
                                        "%s %s of %s".formatted(key.word(), key.name(), facts.shown(key.relation())),
                                        "builds the index of %s %s: %s"
                                                .formatted(key.word(), key.name(), facts.locked(key.relation())))
                                .fix(
                                        "CREATE UNIQUE INDEX CONCURRENTLY in a change set of its own, then ADD CONSTRAINT … USING INDEX"));
    }
}

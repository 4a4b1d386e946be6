package io.schemactl.lint.rules;

import io.schemactl.catalog.ForeignKey;
import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import io.schemactl.sql.QualifiedName;
import java.util.stream.Stream;

/** Finds foreign keys of tables in use that are dropped. */
final class DropForeignKey implements StatementRule {

    @Override
    public String summary() {
        return "Finds foreign keys of tables in use that are dropped.";
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        return facts.removed(ForeignKey.class)
                .filter(facts::isUsed)
                .filter(key -> isLeft(facts, key.relation()) && isLeft(facts, key.referenced()))
                .limit(1)
                .map(key -> facts.hit(
                                "foreign key %s of %s".formatted(key.name(), facts.shown(key.relation())),
                                "drops foreign key %s: rows may refer to nothing from now on; %s, and so is %s"
                                        .formatted(
                                                key.name(),
                                                facts.locked(key.relation()),
                                                facts.shown(key.referenced())))
                        .fix("drop it in a change set of its own, so that the two locks are short"));
    }

    private static boolean isLeft(StatementFacts facts, QualifiedName table) {
        return facts.statement().after().findTable(table).isPresent();
    }
}

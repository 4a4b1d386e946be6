package io.schemactl.lint.rules;

import io.schemactl.catalog.KeyConstraint;
import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import io.schemactl.sql.QualifiedName;
import java.util.stream.Stream;

/** Finds primary keys that take an index whose columns may be NULL. */
final class NullablePrimaryKey implements StatementRule {

    @Override
    public String summary() {
        return "Finds primary keys that take an index whose columns may be NULL.";
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        return facts.added(KeyConstraint.class)
                .filter(key -> key.primary() && facts.isUsed(key) && !facts.isRewritten(key.relation()))
                .filter(key -> !facts.isMade(new QualifiedName(key.relation().schema(), key.name())))
                .filter(key -> facts.isScanned(key.relation()))
                .map(key -> facts.hit(
                                "primary key %s of %s".formatted(key.name(), facts.shown(key.relation())),
                                "makes the columns of primary key %s NOT NULL and reads all rows for it: %s"
                                        .formatted(key.name(), facts.locked(key.relation())))
                        .fix("make the columns NOT NULL first, by way of a validated CHECK"));
    }
}

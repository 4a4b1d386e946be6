package io.schemactl.lint.rules;

import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.CompositeType;
import io.schemactl.catalog.Domain;
import io.schemactl.catalog.EnumType;
import io.schemactl.catalog.RangeType;
import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import java.util.stream.Stream;

/** Finds types and domains in use that are dropped. */
final class DropType implements StatementRule {

    @Override
    public String summary() {
        return "Finds types and domains in use that are dropped.";
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        boolean isNamed =
                facts.statement().isCommand("DROP TYPE") || facts.statement().isCommand("DROP DOMAIN");
        return Stream.of(EnumType.class, Domain.class, CompositeType.class, RangeType.class)
                .flatMap(sort -> Vanished.of(facts, sort).map(CatalogObject.class::cast))
                .filter(type -> isNamed)
                .map(type -> {
                    String object = type.key().kind().word() + " " + type.key().name();
                    return facts.hit(object, "drops %s: statements that name it fail".formatted(object))
                            .fix("drop it in a later story, when no released application casts to it");
                });
    }
}

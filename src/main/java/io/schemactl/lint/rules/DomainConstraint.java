package io.schemactl.lint.rules;

import io.schemactl.catalog.Domain;
import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import java.util.stream.Stream;

/** Finds constraints of domains that make PostgreSQL read tables in use. */
final class DomainConstraint implements StatementRule {

    @Override
    public String summary() {
        return "Finds constraints of domains that make PostgreSQL read tables in use.";
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        if (!facts.statement().isCommand("ALTER DOMAIN")) {
            return Stream.empty();
        }
        return facts.changed(Domain.class)
                .flatMap(pair -> facts.scanned().stream()
                        .filter(facts::isBlocked)
                        .limit(1)
                        .map(table -> facts.hit(
                                        "domain " + facts.shown(pair.to().name()),
                                        "checks domain %s in every table that has a column of it: %s"
                                                .formatted(facts.shown(pair.to().name()), facts.locked(table)))
                                .fix("add the constraint as NOT VALID, or let a CHECK of each table say it")));
    }
}

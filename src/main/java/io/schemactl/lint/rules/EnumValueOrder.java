package io.schemactl.lint.rules;

import io.schemactl.catalog.EnumType;
import io.schemactl.finding.Severity;
import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import java.util.stream.Stream;

/** Finds new labels of enum types that come last because nobody said where. */
final class EnumValueOrder implements StatementRule {

    @Override
    public String summary() {
        return "Finds new labels of enum types that come last because nobody said where.";
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        boolean isPlaced =
                facts.statement().hasWords("BEFORE") || facts.statement().hasWords("AFTER");
        if (isPlaced || !facts.statement().hasWords("ADD VALUE")) {
            return Stream.empty();
        }
        return facts.changed(EnumType.class)
                .map(pair -> facts.hit(
                                "enum " + facts.shown(pair.to().name()),
                                "adds '%s' to enum %s without a place: it sorts behind all others, for good"
                                        .formatted(
                                                pair.to()
                                                        .labels()
                                                        .get(pair.to().labels().size() - 1),
                                                facts.shown(pair.to().name())))
                        .fix("say BEFORE or AFTER which label"));
    }
}

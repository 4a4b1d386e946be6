package io.schemactl.lint.rules;

import io.schemactl.catalog.Sequence;
import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import java.util.stream.Stream;

/** Finds sequences in use that are dropped on their own. */
final class DropSequence implements StatementRule {

    @Override
    public String summary() {
        return "Finds sequences in use that are dropped on their own.";
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        return Vanished.of(facts, Sequence.class)
                .filter(sequence -> facts.statement().isCommand("DROP SEQUENCE"))
                .map(sequence -> facts.hit(
                                "sequence " + facts.shown(sequence.name()),
                                "drops sequence %s and the number it is at, which a rollback cannot bring back"
                                        .formatted(facts.shown(sequence.name())))
                        .fix("leave it until no released application asks it for numbers"));
    }
}

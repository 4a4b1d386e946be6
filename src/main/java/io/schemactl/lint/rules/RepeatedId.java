package io.schemactl.lint.rules;

import io.schemactl.finding.Severity;
import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import io.schemactl.problem.Position;
import java.util.stream.Stream;

/** Finds change sets with the id and author of another one. */
final class RepeatedId implements Convention {

    @Override
    public String summary() {
        return "Finds change sets with the id and author of another one.";
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    @Override
    public Stream<Hit> check(LintContext context) {
        Position twin = context.changeSet().standing().twin();
        return twin == null
                ? Stream.empty()
                : Stream.of(Hit.at(
                                context.changeSet(),
                                "%s has the id and author of another one, in %s line %d: only the file tells them apart"
                                        .formatted(
                                                context.changeSet().label(),
                                                twin.file().getFileName(),
                                                twin.line()))
                        .fix("give it an id of its own"));
    }
}

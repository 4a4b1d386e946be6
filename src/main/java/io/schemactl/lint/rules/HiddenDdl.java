package io.schemactl.lint.rules;

import io.schemactl.finding.Severity;
import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import java.util.stream.Stream;

/** Finds DO blocks that change the schema. */
final class HiddenDdl implements Convention {

    @Override
    public String summary() {
        return "Finds DO blocks that change the schema.";
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    @Override
    public Stream<Hit> check(LintContext context) {
        return context.statements().stream()
                .filter(statement ->
                        statement.isCommand("DO") && !statement.differences().isEmpty())
                .map(statement -> Hit.at(
                                statement,
                                context.changeSet().label(),
                                "a DO block changes the schema: what it does depends on what it finds, and locks are held to its end")
                        .fix("write the statements themselves, with preconditions where they depend on something"));
    }
}

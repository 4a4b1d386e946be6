package io.schemactl.lint.rules;

import io.schemactl.finding.Severity;
import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import java.util.stream.Stream;

/** Finds extensions that are created without saying in which schema. */
final class ExtensionWithoutSchema implements Convention {

    @Override
    public String summary() {
        return "Finds extensions that are created without saying in which schema.";
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    @Override
    public boolean isOptional() {
        return true;
    }

    @Override
    public Stream<Hit> check(LintContext context) {
        return context.statements().stream()
                .filter(statement -> statement.isCommand("CREATE EXTENSION") && !statement.hasWords("SCHEMA"))
                .map(statement -> Hit.at(
                                statement,
                                "extension",
                                "creates an extension in whichever schema search_path begins with")
                        .fix("say `WITH SCHEMA %s`".formatted(context.server().defaultSchema())));
    }
}

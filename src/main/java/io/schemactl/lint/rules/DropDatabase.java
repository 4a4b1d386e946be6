package io.schemactl.lint.rules;

import io.schemactl.finding.Severity;
import io.schemactl.lint.Hit;
import io.schemactl.lint.LintedStatement;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import java.util.stream.Stream;

/** Finds databases that are dropped. */
final class DropDatabase implements StatementRule {

    @Override
    public String summary() {
        return "Finds databases that are dropped.";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        LintedStatement statement = facts.statement();
        if (!statement.isCommand("DROP DATABASE")) {
            return Stream.empty();
        }
        int name = statement.isCommand("DROP DATABASE IF EXISTS") ? 4 : 2;
        String database = statement.tokens().get(name).name();
        return Stream.of(facts.hit(
                        "database " + database,
                        "drops database %s with all that is in it, on whatever server the change set runs"
                                .formatted(database))
                .fix("let the one who manages the server drop it"));
    }
}

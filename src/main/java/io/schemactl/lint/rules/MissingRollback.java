package io.schemactl.lint.rules;

import io.schemactl.finding.Severity;
import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import java.util.stream.Stream;

/** Finds change sets without a rollback block. */
final class MissingRollback implements Convention {

    @Override
    public String summary() {
        return "Finds change sets without a rollback block.";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Stream<Hit> check(LintContext context) {
        return context.changeSet().rollback() == null
                ? Stream.of(Hit.at(context.changeSet(), context.changeSet().label() + " has no rollback block")
                        .fix("write a `rollback:` block that takes back all that its changes do"))
                : Stream.empty();
    }
}

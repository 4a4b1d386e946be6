package io.schemactl.lint.rules;

import io.schemactl.catalog.Extension;
import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import java.util.stream.Stream;

/** Finds extensions in use that are dropped. */
final class DropExtension implements StatementRule {

    @Override
    public String summary() {
        return "Finds extensions in use that are dropped.";
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        return Vanished.of(facts, Extension.class)
                .map(extension -> facts.hit(
                                "extension " + extension.name(),
                                "drops extension %s: functions whose bodies use it fail when they are called, and nothing says so before"
                                        .formatted(extension.name()))
                        .fix("look for its types, functions and operators in functions and applications first"));
    }
}

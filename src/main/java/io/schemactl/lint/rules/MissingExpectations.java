package io.schemactl.lint.rules;

import io.schemactl.finding.Severity;
import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import io.schemactl.lint.LintedChangeSet;
import java.util.stream.Stream;

/** Finds stories without expect.yaml. */
final class MissingExpectations implements Convention {

    @Override
    public String summary() {
        return "Finds stories without expect.yaml.";
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
        LintedChangeSet.StoryFiles files = context.changeSet().standing().storyFiles();
        return files == null || files.expectations()
                ? Stream.empty()
                : Stream.of(Hit.at(
                                context.changeSet(),
                                "%s has no expect.yaml: `verify` cannot say whether a database has what it makes"
                                        .formatted(context.changeSet().story()))
                        .fix("write one beside the changelog; `schemactl new` writes a draft"));
    }
}

package io.schemactl.lint.rules;

import io.schemactl.finding.Severity;
import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import io.schemactl.lint.LintedChangeSet;
import java.util.stream.Stream;

/** Finds stories without tests.yaml. */
final class MissingTests implements Convention {

    @Override
    public String summary() {
        return "Finds stories without tests.yaml.";
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
        return files == null || files.tests()
                ? Stream.empty()
                : Stream.of(
                        Hit.at(
                                        context.changeSet(),
                                        "%s has no tests.yaml: `prove` has only generated rows to prove it with"
                                                .formatted(context.changeSet().story()))
                                .fix(
                                        "write one beside the changelog, with rows from before the story and what must hold behind it"));
    }
}

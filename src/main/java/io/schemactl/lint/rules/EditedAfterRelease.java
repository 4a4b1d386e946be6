package io.schemactl.lint.rules;

import io.schemactl.finding.Severity;
import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import io.schemactl.lint.LintedBase;
import java.util.stream.Stream;

/** Finds change sets that were edited after the base branch had them. */
final class EditedAfterRelease implements Convention {

    @Override
    public String summary() {
        return "Finds change sets that were edited after the base branch had them.";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Stream<Hit> check(LintContext context) {
        LintedBase base = context.changeSet().standing().base();
        return base == null || !base.isEdited()
                ? Stream.empty()
                : Stream.of(
                        Hit.at(
                                        context.changeSet(),
                                        "%s has another checksum than on %s: databases that have run it refuse the changelog"
                                                .formatted(context.changeSet().label(), base.reference()))
                                .fix(
                                        "undo the edit and write a new change set, or add `validCheckSum` if the edit changes nothing"));
    }
}

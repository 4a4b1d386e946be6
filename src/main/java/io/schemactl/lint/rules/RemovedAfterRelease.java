package io.schemactl.lint.rules;

import io.schemactl.finding.Severity;
import io.schemactl.lint.BranchRule;
import io.schemactl.lint.Hit;
import io.schemactl.lint.LintedBranch;
import java.util.stream.Stream;

/** Finds change sets that the base branch has and that are gone here. */
final class RemovedAfterRelease implements BranchRule {

    @Override
    public String summary() {
        return "Finds change sets that the base branch has and that are gone here.";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Stream<LintedBranch.Place> check(LintedBranch branch) {
        return branch.removed().stream()
                .map(removed -> new LintedBranch.Place(removed.story(), hit(branch.reference(), removed)));
    }

    private static Hit hit(String reference, LintedBranch.Removed removed) {
        return removed.file() == null
                ? new Hit(
                        removed.position(),
                        removed.label(),
                        "%s of %s, which %s has, is gone: databases that have run it keep what it did, and new ones never get it"
                                .formatted(removed.label(), removed.story(), reference),
                        "bring it back, and write a new change set that undoes it")
                : new Hit(
                        removed.position(),
                        removed.label(),
                        "%s has moved to %s since %s: databases that have run it take it for a new one and run it once more"
                                .formatted(removed.label(), removed.file(), reference),
                        "put it back, or keep its old file name with `logicalFilePath`");
    }
}

package io.schemactl.lint.rules;

import io.schemactl.finding.Severity;
import io.schemactl.lint.BranchRule;
import io.schemactl.lint.Hit;
import io.schemactl.lint.LintedBranch;
import java.util.stream.Stream;

/** Finds change sets that stand in another order than on the base branch. */
final class ReorderedAfterRelease implements BranchRule {

    @Override
    public String summary() {
        return "Finds change sets that stand in another order than on the base branch.";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Stream<LintedBranch.Place> check(LintedBranch branch) {
        return branch.moved().stream()
                .map(moved -> new LintedBranch.Place(
                        moved.story(),
                        new Hit(
                                moved.position(),
                                moved.label(),
                                "%s stands %s %s, and %s it on %s: new databases run them in another order than those that there are"
                                        .formatted(
                                                moved.label(),
                                                moved.isBehind() ? "behind" : "before",
                                                moved.other(),
                                                moved.isBehind() ? "before" : "behind",
                                                branch.reference()),
                                "put it back where it was")));
    }
}

package io.schemactl.lint;

import java.util.stream.Stream;

/** A rule that looks at how a changelog as a whole stands to another branch, also at what is no part of it any more. */
public interface BranchRule extends Rule {

    /** Where the changelog does what the rule is about. */
    Stream<LintedBranch.Place> check(LintedBranch branch);

    @Override
    default Stream<Hit> check(LintContext context) {
        return Stream.empty();
    }

    @Override
    default boolean isConvention() {
        return true;
    }
}

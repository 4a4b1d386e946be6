package io.schemactl.prove;

import io.schemactl.story.TestCheck;
import io.schemactl.story.TestCheckVisitor;

/** Finds the checker for each kind of check. */
final class Checkers implements TestCheckVisitor<Checker> {

    @Override
    public Checker returns(TestCheck.Returns check) {
        return new RowsChecker(check);
    }

    @Override
    public Checker usesIndex(TestCheck.UsesIndex check) {
        return new IndexChecker(check.index());
    }

    @Override
    public Checker fails(TestCheck.Fails check) {
        return new ErrorChecker(check);
    }

    @Override
    public Checker affects(TestCheck.Affects check) {
        return new AffectsChecker(check.rows());
    }

    @Override
    public Checker succeeds(TestCheck.Succeeds check) {
        return new SuccessChecker(TestKind.SUCCESS);
    }
}

package io.schemactl.lint.rules;

import io.schemactl.lint.Rule;
import java.util.List;

/** The rules about how change sets are written, how they are taken back, and how they stand to another branch. */
final class ChangelogRules {

    static final List<Rule> ALL = List.of(
            new BranchConflict(),
            new ConditionalChange(),
            new EditedAfterRelease(),
            new EmptyRollback(),
            new FailingRollback(),
            new HiddenDdl(),
            new IfNotExists(),
            new InexactRollback(),
            new LateStory(),
            new MissingExpectations(),
            new MissingRollback(),
            new MissingTests(),
            new NondeterministicData(),
            new RemovedAfterRelease(),
            new ReorderedAfterRelease(),
            new RepeatedDdl(),
            new RepeatedId(),
            new RollbackFailsOnRows(),
            new SqlForTypedChange());

    private ChangelogRules() {}
}

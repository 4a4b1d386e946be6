package io.schemactl.engine;

import io.schemactl.problem.Position;

/** Is told what a run does, as it does it. */
public interface RunListener {

    /** A change set begins. */
    void begins(ChangeSetEntry entry);

    /** A change set ended. */
    void ended(ChangeSetResult result);

    /** Whether a statement is to be sent at all; only a rehearsal says no, and the change set goes on as if it had been. */
    default boolean sends(String sql, Position position) {
        return true;
    }

    /** A statement was not sent. */
    default void withheld(String sql, Position position) {}

    /** A statement of the change set that began is about to be sent; not told of schemactl's own statements. */
    default void executes(String sql, Position position) {}

    /** The statement that was sent last is done; not told if it failed. */
    default void executed() {}

    /** What runs now is so far, in the server's words; of use only to a listener that shows it for the moment. */
    default void progresses(String words) {}

    /** Something that the user may want to know, in words. */
    void says(String words);
}

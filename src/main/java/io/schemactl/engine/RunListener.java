package io.schemactl.engine;

/** Is told what a run does, as it does it. */
public interface RunListener {

    /** A change set begins. */
    void begins(ChangeSetEntry entry);

    /** A change set ended. */
    void ended(ChangeSetResult result);

    /** What runs now is so far, in the server's words; of use only to a listener that shows it for the moment. */
    default void progresses(String words) {}

    /** Something that the user may want to know, in words. */
    void says(String words);
}

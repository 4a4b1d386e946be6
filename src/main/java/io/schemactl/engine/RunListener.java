package io.schemactl.engine;

/** Is told what a run does, as it does it. */
public interface RunListener {

    /** A change set begins. */
    void begins(ChangeSetEntry entry);

    /** A change set ended. */
    void ended(ChangeSetResult result);

    /** Something that the user may want to know, in words. */
    void says(String words);
}

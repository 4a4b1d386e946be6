package io.schemactl.story;

/**
 * Does something for each kind of check.
 *
 * @param <T> what comes of it
 */
public interface TestCheckVisitor<T> {

    /** For a query with rows. */
    T returns(TestCheck.Returns check);

    /** For a query that uses an index. */
    T usesIndex(TestCheck.UsesIndex check);

    /** For a statement that is refused. */
    T fails(TestCheck.Fails check);

    /** For a statement with a number of rows. */
    T affects(TestCheck.Affects check);

    /** For a statement that succeeds. */
    T succeeds(TestCheck.Succeeds check);
}

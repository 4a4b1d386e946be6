package io.schemactl.lint;

import io.schemactl.problem.Position;
import org.jspecify.annotations.Nullable;

/**
 * A place where a rule finds something.
 *
 * @param position the place
 * @param object the object that it is about, such as {@code table interviews}
 * @param message what is there, in one line
 * @param remedy what to do instead, in one line
 */
public record Hit(
        Position position,
        String object,
        String message,
        @Nullable String remedy) {

    /** A hit at a statement. */
    public static Hit at(LintedStatement statement, String object, String message) {
        return new Hit(statement.position(), object, message, null);
    }

    /** A hit at a change set. */
    public static Hit at(LintedChangeSet changeSet, String message) {
        return new Hit(changeSet.position(), changeSet.label(), message, null);
    }

    /** The same at another place. */
    public Hit at(Position where) {
        return new Hit(where, object, message, remedy);
    }

    /** The same with what to do instead. */
    public Hit fix(String what) {
        return new Hit(position, object, message, what);
    }
}

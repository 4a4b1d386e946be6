package io.schemactl.problem;

import org.jspecify.annotations.Nullable;

/**
 * An expected failure, in the parts that a person wants to know.
 *
 * @param code the kind of failure, which decides the exit code
 * @param message what happened: lower case, one line, no class names
 * @param position where in the user's files
 * @param subject what the position belongs to, such as {@code change set story-2.0}
 * @param server PostgreSQL's own words
 * @param excerpt the statement that failed
 * @param state what was and was not changed
 * @param fix the next step
 */
public record Problem(
        ProblemCode code,
        String message,
        @Nullable Position position,
        @Nullable String subject,
        @Nullable ServerMessage server,
        @Nullable Excerpt excerpt,
        @Nullable String state,
        @Nullable String fix) {

    /** A problem of which only the kind and the message are known yet. */
    public static Problem of(ProblemCode code, String message) {
        return new Problem(code, message, null, null, null, null, null, null);
    }

    /** The message, and behind it what the server said. */
    public String words() {
        return server == null ? message : "%s: %s %s".formatted(message, server.sqlState(), server.text());
    }

    /** This problem at a place. */
    public Problem at(@Nullable Position where) {
        return new Problem(code, message, where, subject, server, excerpt, state, fix);
    }

    /** This problem with the thing that it is about. */
    public Problem about(@Nullable String what) {
        return new Problem(code, message, position, what, server, excerpt, state, fix);
    }

    /** This problem with the server's words. */
    public Problem saidBy(@Nullable ServerMessage words) {
        return new Problem(code, message, position, subject, words, excerpt, state, fix);
    }

    /** This problem with the statement that failed. */
    public Problem in(@Nullable Excerpt statement) {
        return new Problem(code, message, position, subject, server, statement, state, fix);
    }

    /** This problem with what was and was not changed. */
    public Problem state(@Nullable String words) {
        return new Problem(code, message, position, subject, server, excerpt, words, fix);
    }

    /** This problem with the next step. */
    public Problem fix(@Nullable String step) {
        return new Problem(code, message, position, subject, server, excerpt, state, step);
    }
}

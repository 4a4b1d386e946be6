package io.schemactl.engine;

import liquibase.precondition.core.PreconditionContainer;
import org.jspecify.annotations.Nullable;

/**
 * The preconditions of a change set.
 *
 * @param block the DO block that evaluates them
 * @param onFail what to do if they do not hold
 * @param onError what to do if they cannot be evaluated
 * @param onFailMessage the author's words for a failure
 * @param onErrorMessage the author's words for an error
 */
record Guard(
        String block,
        Action onFail,
        Action onError,
        @Nullable String onFailMessage,
        @Nullable String onErrorMessage) {

    /** What follows from the outcome. */
    enum Action {
        /** Stop the whole run. */
        HALT,
        /** Pass over the change set, and try it again next time. */
        CONTINUE,
        /** Record the change set without running it. */
        MARK_RAN,
        /** Say so, and run it all the same. */
        WARN,
        /** Run it. */
        RUN
    }

    /** The outcome of an evaluation. */
    record Outcome(Action action, String reason) {}

    static Action of(PreconditionContainer.FailOption option) {
        return Action.valueOf(option.name());
    }

    static Action of(PreconditionContainer.ErrorOption option) {
        return Action.valueOf(option.name());
    }

    /** What follows from the text that the block left behind. */
    Outcome outcome(String text) {
        if (text.equals("met")) {
            return new Outcome(Action.RUN, "");
        }
        boolean isFailure = text.startsWith("failed: ");
        String words = text.substring(text.indexOf(' ') + 1);
        String author = isFailure ? onFailMessage : onErrorMessage;
        return new Outcome(isFailure ? onFail : onError, author == null ? words : author);
    }
}

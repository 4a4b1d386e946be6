package io.schemactl.lint;

import io.schemactl.finding.Severity;
import java.util.Locale;
import java.util.stream.Stream;

/** Looks for one thing that hurts. Its id is the name of its class; {@code docs/rules/ID.md} is its page. */
public interface Rule {

    /** What it finds, in one sentence that begins with a verb, such as {@code Finds columns that are dropped.} */
    String summary();

    /** Where a change set does what the rule is about. */
    Stream<Hit> check(LintContext context);

    /** How much it matters, where nobody says otherwise. */
    default Severity severity() {
        return Severity.WARNING;
    }

    /** Whether it is asked only where the settings say how much it matters, because not everybody wants what it wants. */
    default boolean isOptional() {
        return false;
    }

    /** Whether it is about how things should be, not about what a statement does to tables in use. */
    default boolean isConvention() {
        return false;
    }

    /** Whether it keeps silent where another rule has something to say about the same statement, because that says more. */
    default boolean yields() {
        return false;
    }

    /** The id, such as {@code drop-column} of {@code DropColumn}. */
    default String id() {
        return getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }
}

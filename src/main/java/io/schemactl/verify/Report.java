package io.schemactl.verify;

import io.schemactl.catalog.Expressions;
import io.schemactl.catalog.Expressions.Comparison;
import io.schemactl.catalog.Expressions.Verdict;
import io.schemactl.finding.Finding;
import io.schemactl.finding.Severity;
import io.schemactl.story.Expectation;
import io.schemactl.story.ExpectedComment;
import io.schemactl.story.SubjectKind;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says how one object differs from one expectation. */
final class Report {

    private final Findings findings;
    private final Expectation expectation;
    private final String object;

    /**
     * A report about an object.
     *
     * @param object what to call it, such as {@code index ix_a on videos}
     */
    Report(Findings findings, Expectation expectation, String object) {
        this.findings = findings;
        this.expectation = expectation;
        this.object = object;
    }

    /** The object is not there; the hint says what is. */
    void missing(String hint) {
        findings.add(finding(
                rule("missing-"), object + " is missing" + hint, ExpectedWords.of(expectation), "nothing", null));
    }

    /** The object is there but should not be. */
    void unexpected() {
        findings.add(finding(rule("unexpected-"), object + " exists, but should not", null, null, null));
    }

    /** A finding of a rule of its own. */
    void custom(String rule, String message, @Nullable String remedy) {
        findings.add(finding(rule, object + " " + message, null, null, remedy));
    }

    /** Compares a property. */
    void property(String property, @Nullable Object expected, @Nullable Object actual) {
        property(property, expected, actual, null);
    }

    /** Compares a property that a statement can mend. */
    void property(String property, @Nullable Object expected, @Nullable Object actual, @Nullable String remedy) {
        if (!Objects.equals(expected, actual)) {
            findings.add(different(property, words(expected), words(actual), remedy));
        }
    }

    /** Compares a property whose two values are both known to differ. */
    private Finding different(String property, String expected, String actual, @Nullable String remedy) {
        return finding(
                rule("different-"),
                "%s: %s is %s, expected %s".formatted(object, property, oneLine(actual), oneLine(expected)),
                expected,
                actual,
                remedy);
    }

    /** Compares a comment, if anything is expected of it. */
    void comment(@Nullable ExpectedComment expected, @Nullable String actual) {
        if (expected == null) {
            return;
        }
        String text = expected.present() ? expected.text() : null;
        if (!expected.present() || text != null) {
            if (!Objects.equals(text, actual)) {
                findings.add(different("comment", words(quoted(text)), words(quoted(actual)), null));
            }
        } else if (actual == null || actual.isBlank()) {
            findings.add(different("comment", "any text", "none", null));
        }
    }

    private static @Nullable String quoted(@Nullable String text) {
        return text == null ? null : "'" + text.replace("\\", "\\\\").replaceAll("\\R", "\\\\n") + "'";
    }

    /** Compares two expressions by their meaning; null means that there is none. */
    void expression(String property, Expressions.Context context, @Nullable String expected, @Nullable String actual) {
        if (expected == null || actual == null) {
            property(property, expected, actual);
        } else if (!Texts.same(expected, actual)) {
            var comparison = new Comparison(context, expected, actual);
            findings.ask(comparison, verdict -> answered(property, comparison, verdict));
        }
    }

    private Optional<Finding> answered(String property, Comparison asked, Verdict verdict) {
        return switch (verdict.answer()) {
            case SAME -> Optional.empty();
            case DIFFERENT -> Optional.of(different(property, asked.expected(), asked.actual(), null));
            case INVALID -> Optional.of(meaningless(property, asked.expected(), verdict.reason()));
            case UNDECIDED ->
                Optional.of(different(
                        property,
                        asked.expected(),
                        asked.actual(),
                        "compared as text only, because the server says: " + verdict.reason()));
        };
    }

    /** The expectation itself says something that has no meaning on this server. */
    void invalid(String property, String expected, String reason) {
        findings.add(meaningless(property, expected, reason));
    }

    private Finding meaningless(String property, String expected, @Nullable String reason) {
        return finding(
                "invalid-expectation",
                "%s: the expected %s `%s` has no meaning here: %s".formatted(object, property, expected, reason),
                expected,
                null,
                "correct the expectation, or create what it refers to");
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static String words(@Nullable Object value) {
        if (value == null) {
            return "none";
        }
        if (value instanceof Boolean flag) {
            return flag ? "yes" : "no";
        }
        return value.toString();
    }

    private String rule(String prefix) {
        SubjectKind kind = expectation.subject().kind();
        return prefix + kind.id();
    }

    private Finding finding(
            String rule, String message, @Nullable String expected, @Nullable String actual, @Nullable String remedy) {
        return new Finding(
                Severity.ERROR,
                rule,
                object,
                expectation.origin().position(),
                expectation.origin().story(),
                message,
                expected,
                actual,
                remedy);
    }
}

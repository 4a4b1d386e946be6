package io.schemactl.verify;

import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Routine;
import io.schemactl.catalog.Sequence;
import io.schemactl.sql.QualifiedName;
import io.schemactl.story.Expectation.ExpectedFunction;
import io.schemactl.story.Expectation.ExpectedSequence;
import io.schemactl.story.Expectation.FunctionTraits;
import io.schemactl.story.Expectation.SequenceProperties;
import io.schemactl.story.Subject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks functions, procedures and sequences. */
final class RoutineCheck {

    private final Checking checking;

    RoutineCheck(Checking checking) {
        this.checking = checking;
    }

    void function(ExpectedFunction expected) {
        String word = expected.procedure() ? "procedure" : "function";
        Report report = checking.report(expected, label(word, expected.subject()));
        find(expected.subject())
                .ifPresentOrElse(
                        routine -> compare(report, expected, routine),
                        () -> report.missing(overloads(expected.subject())));
    }

    String label(String word, Subject subject) {
        return "%s %s(%s)".formatted(word, checking.labels().name(subject.qualifiedName()), subject.arguments());
    }

    /** The routine with a name and arguments. */
    Optional<Routine> find(Subject subject) {
        return named(subject.qualifiedName()).stream()
                .filter(routine ->
                        checking.types().sameArguments(String.valueOf(subject.arguments()), routine.arguments()))
                .findFirst();
    }

    private List<Routine> named(QualifiedName name) {
        return checking.catalog()
                .all(Routine.class)
                .filter(routine -> routine.name().equals(name))
                .toList();
    }

    private String overloads(Subject subject) {
        List<Routine> others = named(subject.qualifiedName());
        return others.isEmpty()
                ? ""
                : others.stream()
                        .map(routine -> "%s(%s)".formatted(checking.labels().name(routine.name()), routine.arguments()))
                        .collect(Collectors.joining(", ", "; there is ", ""));
    }

    private void compare(Report report, ExpectedFunction expected, Routine actual) {
        boolean procedure = actual.form() == Routine.Form.PROCEDURE;
        if (expected.procedure() != procedure) {
            report.property(
                    "kind",
                    expected.procedure() ? "procedure" : "function",
                    actual.form().word());
        }
        if (expected.returns() != null) {
            checking.types()
                    .compare(report, "result", expected.returns(), actual.result() == null ? "none" : actual.result());
        }
        if (expected.language() != null) {
            report.property("language", expected.language(), actual.language());
        }
        if (expected.traits() != null) {
            compare(report, expected.traits(), actual.traits());
        }
        if (expected.body() != null) {
            report.property("body", body(expected.body()), body(actual.body() == null ? "" : actual.body()));
        }
        report.comment(expected.comment(), actual.comment());
    }

    private static void compare(Report report, FunctionTraits expected, Routine.Traits actual) {
        report.property("volatility", expected.volatility(), actual.volatility().word());
        report.property("security", expected.security(), actual.definer() ? "definer" : "invoker");
        report.property("strict", expected.strict(), actual.strict());
    }

    /** A body without the space that YAML or an editor may add around it and at the ends of its lines. */
    private static String body(String text) {
        return text.lines()
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"))
                .strip();
    }

    void sequence(ExpectedSequence expected) {
        QualifiedName name = expected.subject().qualifiedName();
        Report report =
                checking.report(expected, "sequence " + checking.labels().name(name));
        Optional<Sequence> actual = checking.catalog().find(Sequence.class, ObjectKey.of(Kind.SEQUENCE, name));
        if (actual.isEmpty()) {
            report.missing("");
            return;
        }
        if (expected.properties() != null) {
            compare(report, expected.properties(), actual.get());
        }
        report.comment(expected.comment(), actual.get().comment());
    }

    private void compare(Report report, SequenceProperties expected, Sequence actual) {
        checking.types().compare(report, "type", expected.type(), actual.type());
        boolean ascending = actual.increment() > 0;
        long largest = largest(actual.type());
        long minimum = orElse(expected.minimum(), ascending ? 1 : -largest - 1);
        long maximum = orElse(expected.maximum(), ascending ? largest : -1);
        report.property("minimum", minimum, actual.minimum());
        report.property("maximum", maximum, actual.maximum());
        report.property("start", orElse(expected.start(), ascending ? minimum : maximum), actual.start());
        report.property("increment", expected.increment(), actual.increment());
        report.property("cache", expected.cache(), actual.cache());
        report.property("cycle", expected.cycle(), actual.cycle());
        String owner = actual.owner() == null
                ? null
                : checking.labels().name(actual.owner().relation()) + "."
                        + actual.owner().column();
        String expectedOwner = expected.owner() == null
                ? null
                : checking.labels().name(expected.owner().table()) + "."
                        + expected.owner().column();
        report.property("owning column", expectedOwner, owner);
    }

    private static long orElse(@Nullable Long value, long otherwise) {
        return value == null ? otherwise : value;
    }

    private static long largest(String type) {
        return switch (type) {
            case "smallint" -> Short.MAX_VALUE;
            case "integer" -> Integer.MAX_VALUE;
            default -> Long.MAX_VALUE;
        };
    }
}

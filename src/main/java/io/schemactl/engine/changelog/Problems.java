package io.schemactl.engine.changelog;

import io.schemactl.problem.Position;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.problem.Suggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong, so that a person sees all of it at once. */
final class Problems {

    private static final Comparator<Problem> BY_POSITION =
            Comparator.comparing(Problem::position, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** A file that is included twice is checked twice, but what is wrong with it is said once. */
    private final Set<Problem> errors = new LinkedHashSet<>();

    private final Set<Problem> warnings = new LinkedHashSet<>();
    private @Nullable String subject;

    /** Says what the following problems are about, such as {@code change set 1}. */
    void about(@Nullable String what) {
        subject = what;
    }

    void error(Position position, String message) {
        error(position, message, null);
    }

    void error(Position position, String message, @Nullable String fix) {
        errors.add(problem(position, message).fix(fix));
    }

    void warn(Position position, String message, @Nullable String fix) {
        warnings.add(problem(position, message).fix(fix));
    }

    /** Says that a name is not known in a place, and which one may have been meant. */
    void unknown(Element element, String kind, String place, Collection<String> known) {
        error(element.position(), unknownMessage(kind, element.name(), place, known));
    }

    static String unknownMessage(String kind, String name, String place, Collection<String> known) {
        return "unknown %s `%s`%s%s"
                .formatted(kind, name, place.isEmpty() ? "" : " in " + place, Suggestion.hint(name, known));
    }

    /** Whether something is wrong on some lines. */
    boolean isWrong(Position from, int lastLine) {
        return errors.stream()
                .map(Problem::position)
                .anyMatch(where -> where != null
                        && where.file().equals(from.file())
                        && where.line() >= from.line()
                        && where.line() <= lastLine);
    }

    void addAll(ProblemException e) {
        errors.addAll(e.problems());
    }

    List<Problem> warnings() {
        return warnings.stream().sorted(BY_POSITION).toList();
    }

    /** @throws ProblemException if there were errors */
    void throwIfAny() {
        if (!errors.isEmpty()) {
            var sorted = new ArrayList<>(errors);
            sorted.sort(BY_POSITION);
            throw new ProblemException(sorted, null);
        }
    }

    private Problem problem(Position position, String message) {
        return Problem.of(ProblemCode.CHANGELOG, message).at(position).about(subject);
    }
}

package io.schemactl.story;

import io.schemactl.problem.Position;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a file, so that all of it can be said at once. */
final class Complaints {

    private final ProblemCode code;
    private final List<Problem> problems = new ArrayList<>();

    Complaints(ProblemCode code) {
        this.code = code;
    }

    void add(Position position, String message) {
        add(position, message, null);
    }

    void add(Position position, String message, @Nullable String fix) {
        problems.add(Problem.of(code, message).at(position).fix(fix));
    }

    /** Throws what was collected, in the order of the file. */
    void throwIfAny() {
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparing(
                    Problem::position, Comparator.nullsFirst(Comparator.<Position>naturalOrder())));
            throw new ProblemException(problems, null);
        }
    }
}

package io.schemactl.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries one or more {@link Problem}s to the one place that prints them. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** One problem. */
    public ProblemException(Problem problem) {
        this(List.of(problem), null);
    }

    /** One problem and the exception it was made from. */
    public ProblemException(Problem problem, @Nullable Throwable cause) {
        this(List.of(problem), cause);
    }

    /**
     * Several problems, of which the first decides the exit code.
     *
     * @throws IllegalArgumentException if the list is empty
     */
    public ProblemException(List<Problem> problems, @Nullable Throwable cause) {
        super(problems.isEmpty() ? "" : problems.get(0).message(), cause);
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("a problem exception needs a problem");
        }
        this.problems = List.copyOf(problems);
    }

    /** The problems, at least one. */
    public List<Problem> problems() {
        return problems;
    }

    /** The first problem. */
    public Problem problem() {
        return problems.get(0);
    }
}

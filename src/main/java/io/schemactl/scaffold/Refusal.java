package io.schemactl.scaffold;

import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;

/** Says that a change cannot be written. */
final class Refusal {

    private Refusal() {}

    /** What is wrong with an option's value, and how it should be. */
    static ProblemException of(String message, String fix) {
        return new ProblemException(Problem.of(ProblemCode.USAGE, message)
                .state("nothing was written")
                .fix(fix));
    }
}

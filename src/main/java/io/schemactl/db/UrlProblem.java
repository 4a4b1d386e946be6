package io.schemactl.db;

import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;

/** Makes the failures of connection URLs; they never repeat a part of the URL that may hold a password. */
final class UrlProblem {

    private UrlProblem() {}

    static ProblemException of(String message, String fix) {
        return new ProblemException(Problem.of(ProblemCode.SETTINGS, message).fix(fix));
    }
}

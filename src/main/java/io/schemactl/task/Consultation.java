package io.schemactl.task;

import io.schemactl.db.ServerErrors;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.problem.ServerMessage;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Collects diagnoses. A check that fails is a diagnosis too, and does not keep the others from being made. */
final class Consultation {

    private final List<Diagnosis> diagnoses = new ArrayList<>();

    /** Something to find out. */
    @FunctionalInterface
    interface Check {
        List<Diagnosis> run() throws SQLException;
    }

    void add(Diagnosis diagnosis) {
        diagnoses.add(diagnosis);
    }

    /**
     * Makes a check.
     *
     * @throws SQLException if the connection is lost, so that there is nobody left to ask
     */
    void ask(String name, Check check) throws SQLException {
        try {
            diagnoses.addAll(check.run());
        } catch (SQLException e) {
            if (ServerErrors.code(e) == ProblemCode.CONNECTION_LOST) {
                throw e;
            }
            String said = ServerErrors.findMessage(e)
                    .map(ServerMessage::text)
                    .orElseGet(() -> String.valueOf(e.getMessage()));
            diagnoses.add(Diagnosis.warning(
                    name,
                    "could not be found out: " + said,
                    "ask with a role that may see it, such as a member of pg_monitor"));
        } catch (ProblemException e) {
            if (e.problem().code() == ProblemCode.INTERRUPTED || e.problem().code() == ProblemCode.INTERNAL) {
                throw e;
            }
            e.problems().forEach(problem -> add(name, problem));
        }
    }

    /** A problem that keeps an upgrade from working. */
    void add(String name, Problem problem) {
        String place = problem.position() == null
                ? ""
                : " (%s:%d)"
                        .formatted(problem.position().file(), problem.position().line());
        String said = problem.server() == null ? "" : ": " + problem.server().text();
        diagnoses.add(Diagnosis.error(name, problem.message() + place + said, problem.fix()));
    }

    List<Diagnosis> diagnoses() {
        return List.copyOf(diagnoses);
    }
}

package io.schemactl.engine;

import io.schemactl.db.Interruption;
import io.schemactl.db.Observer;
import io.schemactl.db.ServerErrors;
import io.schemactl.problem.Excerpt;
import io.schemactl.problem.Position;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what failed, where, and what was and was not changed. */
final class Failures {

    private final Observer observer;
    private final RunOptions options;
    private final Interruption interruption;

    Failures(Observer observer, RunOptions options, Interruption interruption) {
        this.observer = observer;
        this.options = options;
        this.interruption = interruption;
    }

    /**
     * The problem that a failed change set is.
     *
     * @param done how many change sets were done before it
     * @param planned how many there were to do
     */
    ProblemException problem(ChangeSetScript script, StepFailure failure, int done, int planned) {
        ChangeSetEntry entry = script.entry();
        if (failure.failure() instanceof ProblemException known) {
            return new ProblemException(known.problem().state(state(script, failure, done, planned)), known);
        }
        SQLException server = failure.serverError();
        Problem problem = what(script, failure)
                .at(position(entry, failure))
                .about(entry.label())
                .saidBy(server == null ? null : ServerErrors.findMessage(server).orElse(null))
                .in(excerpt(failure))
                .state(state(script, failure, done, planned));
        return new ProblemException(problem, failure.failure());
    }

    /** The problem that it is when the changelog's own preconditions could not be asked. */
    ProblemException ofChangelog(StepFailure failure, Path changelog) {
        SQLException server = failure.serverError();
        Problem problem = Problem.of(ProblemCode.PRECONDITION, "the changelog's preconditions could not be evaluated");
        if (interruption.isRequested()) {
            problem = Problem.of(ProblemCode.INTERRUPTED, "interrupted");
        } else if (isLost(failure)) {
            problem = Problem.of(ProblemCode.CONNECTION_LOST, "the connection to the server was lost");
        }
        return new ProblemException(
                problem.at(Position.startOf(changelog))
                        .saidBy(
                                server == null
                                        ? null
                                        : ServerErrors.findMessage(server).orElse(null))
                        .state("no change set was begun"),
                failure.failure());
    }

    private static boolean isLost(StepFailure failure) {
        return failure.sqlState().startsWith("08") || failure.sqlState().startsWith("57P");
    }

    private Problem what(ChangeSetScript script, StepFailure failure) {
        String direction = script.direction() == ChangeSetScript.Direction.UPGRADE ? "upgrade" : "rollback";
        if (interruption.isRequested()) {
            return Problem.of(ProblemCode.INTERRUPTED, "interrupted")
                    .fix("run `schemactl %s` again when you like".formatted(direction));
        }
        if (failure.failure() instanceof ChangeSetRunner.PreconditionHalt halt) {
            return Problem.of(ProblemCode.PRECONDITION, "a precondition was not met: " + halt.getMessage())
                    .fix("make the precondition true, then run `schemactl %s` again".formatted(direction));
        }
        if (failure.failure() instanceof ChangeSetRunner.TransactionEnded ended) {
            return Problem.of(ProblemCode.EXECUTION, String.valueOf(ended.getMessage()))
                    .fix("give the change set `runInTransaction: false`, and mend what stayed of it by hand");
        }
        if (failure.sqlState().equals("55P03")) {
            return Problem.of(ProblemCode.LOCK_TIMEOUT, lockTimeout())
                    .fix(
                            "run `schemactl %s` again at a quieter time, or pass a longer --lock-timeout or more --lock-retries"
                                    .formatted(direction));
        }
        if (isLost(failure)) {
            return Problem.of(
                            ProblemCode.CONNECTION_LOST, "the connection to the server was lost" + driverWords(failure))
                    .fix("run `schemactl %s` again; it goes on where this run stopped".formatted(direction));
        }
        return statementProblem(script, failure, "run `schemactl %s` again".formatted(direction));
    }

    private static Problem statementProblem(ChangeSetScript script, StepFailure failure, String again) {
        boolean inTransaction = script.mode().inTransaction();
        return switch (failure.sqlState()) {
            case "2D000" ->
                Problem.of(ProblemCode.EXECUTION, "the statement commits or rolls back by itself")
                        .fix("give the change set `runInTransaction: false`, then " + again);
            case "25001" ->
                Problem.of(ProblemCode.EXECUTION, "the statement cannot run in a transaction")
                        .fix(inTransaction ? "give the change set `runInTransaction: false`, then " + again : again);
            case "42501" ->
                Problem.of(ProblemCode.EXECUTION, "the role is not permitted to do this")
                        .fix("grant the role what the statement needs, or connect as a role that has it; then "
                                + again);
            default -> Problem.of(ProblemCode.EXECUTION, words(failure)).fix("mend the change set, then " + again);
        };
    }

    /** What the driver says of its own; the server's words are printed anyway. */
    private static String driverWords(StepFailure failure) {
        SQLException error = failure.serverError();
        return error == null || ServerErrors.findMessage(error).isPresent()
                ? ""
                : ": "
                        + String.valueOf(error.getMessage())
                                .replaceAll("\\s+", " ")
                                .strip();
    }

    private String lockTimeout() {
        List<String> holders = observer.lastBlockers();
        String who = holders.isEmpty() ? "" : "; blocked by " + String.join("; ", holders);
        return "could not get a lock within %d ms, in %d attempts%s"
                .formatted(options.lockTimeout().toMillis(), options.lockRetries() + 1, who);
    }

    private static String words(StepFailure failure) {
        if (failure.step() instanceof Step.Program program) {
            return "%s failed: %s".formatted(program.description(), LiquibaseErrors.words(failure.failure()));
        }
        return failure.step() == null ? "schemactl's own statement failed" : "the statement failed";
    }

    /** Where the server points; else where the statement begins, or the change. */
    private static Position position(ChangeSetEntry entry, StepFailure failure) {
        Step step = failure.step();
        if (step instanceof Step.Sql sql && sql.sql().equals(failure.sql())) {
            return offset(failure).map(sql.places()::at).orElseGet(sql::position);
        }
        return step == null ? entry.position() : step.position();
    }

    private static @Nullable Excerpt excerpt(StepFailure failure) {
        return failure.sql().isEmpty()
                ? null
                : new Excerpt(failure.sql(), offset(failure).orElse(null));
    }

    /** Where in the statement the server points, counted in characters from 0. */
    private static Optional<Integer> offset(StepFailure failure) {
        return Optional.ofNullable(failure.serverError())
                .flatMap(error -> ServerErrors.findOffset(error, failure.sql()));
    }

    private static String state(ChangeSetScript script, StepFailure failure, int done, int planned) {
        String verb = script.direction() == ChangeSetScript.Direction.UPGRADE ? "applied" : "rolled back";
        String before = "%d of %d change sets %s; ".formatted(done, planned, verb);
        String label = script.entry().id().id();
        if (failure.failure() instanceof ChangeSetRunner.PreconditionHalt) {
            return before + "nothing of " + label + " was begun";
        }
        if (failure.failure() instanceof ChangeSetRunner.TransactionEnded) {
            return before + "what stands before that statement in " + label + " stayed, without a history row";
        }
        if (failure.isUnknownCommit()) {
            return before + "whether " + label + " was committed is not known; the next run sees it in the history";
        }
        if (failure.failure() instanceof InterruptedException) {
            return before + label + " was not begun";
        }
        if (script.mode().inTransaction()) {
            return before
                    + (script.direction() == ChangeSetScript.Direction.UPGRADE
                            ? "nothing of %s remains".formatted(label)
                            : "%s is still applied, whole".formatted(label));
        }
        return before
                + "%s does not run in a transaction: its statements before the failed one remain, and the next run goes on there"
                        .formatted(label);
    }
}

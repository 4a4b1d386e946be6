package io.schemactl.cli;

import io.schemactl.cli.TargetCommand.Outcome;
import io.schemactl.db.Interruption;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Works on targets, so many at once; results and problems come in the order of the targets all the same. */
final class TargetRuns<I, T> {

    private final Interruption interruption;
    private final Function<I, T> work;
    private final Consumer<ProblemException> failures;

    /**
     * Runs to do.
     *
     * @param failures is told at once when a target fails
     */
    TargetRuns(Interruption interruption, Function<I, T> work, Consumer<ProblemException> failures) {
        this.interruption = interruption;
        this.work = work;
        this.failures = failures;
    }

    private record Run<T>(Optional<T> result, List<Problem> problems) {}

    Outcome<T> on(List<I> targets, int atOnce) {
        List<T> results = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(atOnce, targets.size()));
        try {
            List<Future<Run<T>>> running = targets.stream()
                    .map(target -> pool.submit(() -> one(target)))
                    .toList();
            for (Future<Run<T>> run : running) {
                Run<T> ended = run.get();
                ended.result().ifPresent(results::add);
                problems.addAll(ended.problems());
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException bug ? bug : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            pool.shutdown();
        }
        return new Outcome<>(results, problems);
    }

    /** One target; nothing if the user wants to stop before it is begun. */
    private Run<T> one(I target) {
        if (interruption.isRequested()) {
            return new Run<>(Optional.empty(), List.of());
        }
        try {
            return new Run<>(Optional.of(work.apply(target)), List.of());
        } catch (ProblemException e) {
            failures.accept(e);
            return new Run<>(Optional.empty(), e.problems());
        }
    }
}

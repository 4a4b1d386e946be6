package io.schemactl.engine;

import io.schemactl.engine.changelog.Batch;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes of a change set's statement, where {@code schemactl:batch} asks for it, a step that is executed in ranges. */
final class BatchSteps {

    private final Changelog changelog;

    BatchSteps(Changelog changelog) {
        this.changelog = changelog;
    }

    /** The steps of a change, in ranges if its change set is a batch. */
    List<Step> forward(ChangeSetEntry entry, List<Step> steps) {
        Optional<Batch> batch = changelog.findBatch(entry);
        if (batch.isEmpty()) {
            return steps;
        }
        if (steps.size() != 1 || !isMarked(steps.get(0))) {
            // Known only now: a parameter, modifySql or stripComments took the place away.
            throw new ProblemException(Problem.of(
                            ProblemCode.CHANGELOG,
                            "what is to be executed is not one statement that holds `%s`".formatted(Batch.MARKER))
                    .at(steps.isEmpty() ? entry.position() : steps.get(0).position())
                    .about(entry.label())
                    .state("nothing of it was begun")
                    .fix("leave out what changes the statement, such as stripComments"));
        }
        return inRanges(steps, batch.get());
    }

    /** The steps of a rollback; those that are marked are executed in ranges too. */
    List<Step> rollback(ChangeSetEntry entry, List<Step> steps) {
        return changelog.findBatch(entry).map(batch -> inRanges(steps, batch)).orElse(steps);
    }

    private static List<Step> inRanges(List<Step> steps, Batch batch) {
        var made = new ArrayList<Step>();
        for (Step step : steps) {
            if (!(step instanceof Step.Sql sql) || !isMarked(sql)) {
                made.add(step);
                continue;
            }
            made.add(new Step.Batches(sql, batch));
            if (batch.analyze()) {
                made.add(new Step.Sql("ANALYZE " + batch.table().quoted(), step.position()));
            }
        }
        return made;
    }

    private static boolean isMarked(Step step) {
        return step instanceof Step.Sql sql && Batch.isMarked(sql.sql());
    }
}

package io.schemactl.task;

import io.schemactl.engine.ChangeSetId;
import io.schemactl.finding.Finding;
import io.schemactl.forecast.Grade;
import io.schemactl.forecast.Judgement;
import io.schemactl.forecast.TableEffect;
import io.schemactl.forecast.TableEffects;
import io.schemactl.forecast.Verdict;
import io.schemactl.lint.LintContext;
import io.schemactl.lint.LintedStatement;
import io.schemactl.lint.Linter;
import io.schemactl.live.Figures;
import io.schemactl.live.OpenLock;
import io.schemactl.problem.Position;
import io.schemactl.sql.Identifier;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says how much traced change sets will hurt a database of known sizes. */
final class Forecaster {

    /**
     * A database as it is.
     *
     * @param figures how large its tables are; null if that is not known
     * @param locks what open transactions hold
     * @param lockTimeout how long a statement will wait for a lock
     */
    record Circumstances(@Nullable Figures figures, List<OpenLock> locks, Duration lockTimeout) {}

    private final Circumstances around;
    private final Linter linter;
    private final Identifier defaultSchema;

    Forecaster(Circumstances around, Linter linter, Identifier defaultSchema) {
        this.around = around;
        this.linter = linter;
        this.defaultSchema = defaultSchema;
    }

    /** How much a change set will hurt. */
    PlanReport.Forecast of(ChangeSetId id, PlanTrace.Seen seen) {
        LintContext context = seen.context();
        List<TableEffect> effects = new TableEffects(around.figures(), defaultSchema).of(seen.statements());
        Verdict verdict = Judgement.of(effects, around.locks(), around.lockTimeout());
        if (context.failure() != null) {
            verdict = verdict.with(
                    Grade.CAREFUL,
                    "failed on a shadow with generated rows, and was judged without rows: "
                            + context.failure().words());
        }
        var losses = new TracedLosses(id, context, defaultSchema, around.figures());
        return new PlanReport.Forecast(effects, verdict, safer(seen), losses.today(), losses.byRollback());
    }

    /** What to do instead of the statements that do something to tables in use. */
    private List<Finding> safer(PlanTrace.Seen seen) {
        List<LintedStatement> all = seen.context().statements();
        Set<Position> places = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            if (!seen.statements().get(i).tables().isEmpty()) {
                places.add(all.get(i).position());
            }
        }
        return linter.lint(seen.context()).stream()
                .filter(finding -> finding.remedy() != null && places.contains(finding.position()))
                .toList();
    }
}

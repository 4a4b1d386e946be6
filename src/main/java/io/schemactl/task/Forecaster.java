package io.schemactl.task;

import io.schemactl.engine.ChangeSetId;
import io.schemactl.finding.Finding;
import io.schemactl.forecast.Grade;
import io.schemactl.forecast.Judgement;
import io.schemactl.forecast.TableEffect;
import io.schemactl.forecast.TableEffects;
import io.schemactl.forecast.Verdict;
import io.schemactl.lint.LintContext;
import io.schemactl.lint.LintedRollback;
import io.schemactl.lint.LintedStatement;
import io.schemactl.lint.Linter;
import io.schemactl.live.Figures;
import io.schemactl.live.OpenLock;
import io.schemactl.live.TableFigures;
import io.schemactl.problem.Position;
import io.schemactl.sql.DataLoss;
import io.schemactl.sql.DataLossScanner;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
                            + context.failure().message());
        }
        return new PlanReport.Forecast(effects, verdict, safer(seen), lost(id, context), lostByRollback(id, context));
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

    /** What the change set destroys itself of what there is today. */
    private List<LostData> lost(ChangeSetId id, LintContext context) {
        return losses(context.statements().stream().map(statement -> statement.sql()))
                .filter(loss -> !isNew(loss, context))
                .map(loss -> lost(id, loss, true))
                .filter(LostData::isLoss)
                .toList();
    }

    private List<LostData> lostByRollback(ChangeSetId id, LintContext context) {
        LintedRollback rollback = context.rollback();
        return rollback == null
                ? List.of()
                : losses(rollback.statements().stream().map(statement -> statement.sql()))
                        .map(loss -> lost(id, loss, false))
                        .toList();
    }

    private static Stream<DataLoss> losses(Stream<String> statements) {
        return statements.flatMap(sql -> DataLossScanner.scan(sql).stream()).distinct();
    }

    /** Whether it is about a table that the change set's story made. */
    private boolean isNew(DataLoss loss, LintContext context) {
        return findTable(loss).map(table -> !context.isUsed(table)).orElse(false);
    }

    private Optional<QualifiedName> findTable(DataLoss loss) {
        DataLoss.TableName name = null;
        if (loss instanceof DataLoss.Rows rows) {
            name = rows.table();
        } else if (loss instanceof DataLoss.Values values) {
            name = values.table();
        }
        return Optional.ofNullable(name)
                .map(found -> new QualifiedName(
                        found.schema().map(Identifier::new).orElse(defaultSchema), new Identifier(found.name())));
    }

    /** How much it is, where the server's estimate of rows says so; how much a rollback will find, nobody knows today. */
    private LostData lost(ChangeSetId id, DataLoss loss, boolean isToday) {
        Figures figures = isToday ? around.figures() : null;
        Long rows = figures == null
                ? null
                : findTable(loss).flatMap(figures::find).map(TableFigures::rows).orElse(null);
        String table = findTable(loss).map(this::shown).orElse("");
        if (loss instanceof DataLoss.Rows) {
            return new LostData(table, LostData.Kind.ROWS, rows, true, id.id(), null);
        }
        if (loss instanceof DataLoss.Values values) {
            String column = table + "." + new Identifier(values.column()).display();
            Long none = rows != null && rows == 0 ? rows : null;
            return new LostData(column, LostData.Kind.VALUES, none, true, id.id(), null);
        }
        String statement = loss instanceof DataLoss.Some some ? some.statement() : null;
        return new LostData(id.id(), LostData.Kind.UNKNOWN, null, false, id.id(), statement);
    }

    private String shown(QualifiedName table) {
        return table.schema().equals(defaultSchema) ? table.name().display() : table.display();
    }
}

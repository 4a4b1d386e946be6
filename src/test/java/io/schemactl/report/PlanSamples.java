package io.schemactl.report;

import io.schemactl.finding.Finding;
import io.schemactl.finding.Severity;
import io.schemactl.forecast.Judgement;
import io.schemactl.forecast.Pace;
import io.schemactl.forecast.StatementUse;
import io.schemactl.forecast.TableEffect;
import io.schemactl.forecast.TableEffects;
import io.schemactl.forecast.TableUse;
import io.schemactl.live.Figures;
import io.schemactl.live.OpenLock;
import io.schemactl.live.Replication;
import io.schemactl.live.TableFigures;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import io.schemactl.task.LostData;
import io.schemactl.task.PlanReport;
import io.schemactl.trace.LockMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Plans to render. */
final class PlanSamples {

    private static final QualifiedName INTERVIEWS = QualifiedName.of("public", "interviews");
    private static final QualifiedName HOSTILE = QualifiedName.of("public", Samples.EVIL);
    private static final Instant TAKEN = Instant.parse("2026-03-02T10:15:30Z");
    private static final Figures FIGURES = new Figures(
            TAKEN,
            TAKEN.minusSeconds(100_000),
            false,
            List.of(
                    new TableFigures(INTERVIEWS, 12_884_901_888L, 8_589_934_592L, 40_000_000L, 12_000_000L),
                    new TableFigures(HOSTILE, 8_192, 8_192, null, 0L)));

    private PlanSamples() {}

    private static PlanReport.Forecast forecast(List<StatementUse> statements, List<Finding> findings) {
        List<TableEffect> effects = new TableEffects(FIGURES, new Identifier("public")).of(statements);
        var lock = new OpenLock(
                4711,
                INTERVIEWS,
                INTERVIEWS,
                LockMode.ACCESS_SHARE,
                "report",
                Samples.EVIL,
                "idle in transaction",
                Duration.ofMinutes(5));
        return new PlanReport.Forecast(
                effects,
                Judgement.of(effects, List.of(lock), Duration.ofSeconds(3)),
                findings,
                List.of(new LostData("users", LostData.Kind.ROWS, 3_000L, true, "story-2.0", null)),
                Samples.lost());
    }

    private static Finding finding() {
        return new Finding(
                Severity.WARNING,
                "rewriting-type",
                "table interviews",
                Samples.place(Samples.VIDEO.story(), 7),
                Samples.VIDEO.story(),
                "writes interviews anew",
                null,
                null,
                "add a column, and copy in batches");
    }

    static PlanReport foreseen() {
        var rewrite = new TableUse(
                INTERVIEWS, LockMode.ACCESS_EXCLUSIVE, false, new TableUse.Work(true, true, List.of(), 0, 0));
        var other = new TableUse(
                HOSTILE, LockMode.ROW_EXCLUSIVE, false, new TableUse.Work(false, true, List.of(Samples.EVIL), 3, 0.25));
        Finding finding = finding();
        return new PlanReport(
                Samples.SERVER,
                List.of(
                        new PlanReport.Planned(
                                Samples.VIDEO,
                                false,
                                List.of("ALTER TABLE interviews ALTER COLUMN id TYPE bigint"),
                                forecast(List.of(new StatementUse(true, List.of(rewrite))), List.of(finding, finding))),
                        new PlanReport.Planned(
                                Samples.HOSTILE,
                                true,
                                List.of("UPDATE \"x\" SET y = '```'"),
                                forecast(List.of(new StatementUse(true, List.of(other))), List.of()))),
                "BEGIN;\nCOMMIT;\n",
                new PlanReport.Outlook(
                        "the live server",
                        TAKEN,
                        new Replication(
                                true,
                                true,
                                Duration.ofMillis(1_500),
                                List.of(
                                        new Replication.Replica(
                                                "standby1", false, "streaming", Duration.ofMillis(20), 4_096L),
                                        new Replication.Replica(Samples.EVIL, true, null, null, null)),
                                List.of(
                                        new Replication.Slot("cdc", true, false, false, 5_033_164L),
                                        new Replication.Slot("standby_1", false, true, false, 0L))),
                        List.of("what " + Samples.EVIL + " does"),
                        Pace.assumptions()));
    }

    static PlanReport unknown() {
        PlanReport plan = Samples.plan();
        return new PlanReport(
                plan.target(),
                plan.changeSets(),
                plan.script(),
                new PlanReport.Outlook(
                        null,
                        null,
                        Replication.UNKNOWN,
                        List.of("locks, because there is no shadow"),
                        Pace.assumptions()));
    }
}

package io.schemactl.report;

import io.schemactl.engine.ChangeSetEntry;
import io.schemactl.engine.ChangeSetId;
import io.schemactl.engine.ChangeSetResult;
import io.schemactl.engine.ChangeSetResult.Outcome;
import io.schemactl.engine.ChangeSetState;
import io.schemactl.engine.ChangeSetStatus;
import io.schemactl.engine.HistoryRow;
import io.schemactl.engine.StockLock;
import io.schemactl.problem.Position;
import io.schemactl.task.HistoryReport;
import io.schemactl.task.LostData;
import io.schemactl.task.PlanReport;
import io.schemactl.task.RollbackReport;
import io.schemactl.task.StatusReport;
import io.schemactl.task.StoryStatus;
import io.schemactl.task.TargetReport;
import io.schemactl.task.UpgradeReport;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Result records to render. */
final class Samples {

    static final Path DIRECTORY = Path.of("/srv/shop");

    /** A name as an attacker would choose it: colours, a new line, a turned direction, a workflow command. */
    static final String EVIL = "ev\u001b[32mil\n::error::\u202e|`<b>@all\"";

    static final TargetReport EMBEDDED = new TargetReport(
            "portal",
            "embedded:portal",
            "PostgreSQL 17.8 on x86_64-pc-linux-gnu, compiled by gcc",
            "/home/zoë/.local/share/schemactl");
    static final TargetReport SERVER =
            new TargetReport("mall-prod", "postgresql://mall@db.example:5432/mall", "15.15", null);

    private Samples() {}

    static Position place(String story, int line) {
        return new Position(DIRECTORY.resolve("changelog/portal").resolve(story).resolve("changelog.yaml"), line, 7);
    }

    static ChangeSetEntry entry(String story, String id) {
        return new ChangeSetEntry(
                new ChangeSetId(id, "zoë", story + "/changelog.yaml"),
                story,
                place(story, 3),
                "createTable tableName=interviews",
                "Größe & \"quotes\"",
                true,
                null);
    }

    static final ChangeSetEntry CORE = entry("story-1.2-core-schema", "story-1.2");
    static final ChangeSetEntry VIDEO = entry("story-2.0-video-interview", "story-2.0");
    static final ChangeSetEntry UMLAUT = entry("story-Größe-面接", "Größe-面接");
    static final ChangeSetEntry OUTSIDE = new ChangeSetEntry(
            new ChangeSetId("index", "a", "other.sql"),
            "other.sql",
            new Position(Path.of("/elsewhere/other.sql"), 1, 1),
            "sql",
            null,
            false,
            "context `prod` is not among `test`");
    static final ChangeSetEntry HOSTILE = entry(EVIL, EVIL);

    static ChangeSetResult result(ChangeSetEntry entry, Outcome outcome, long millis, @Nullable String note) {
        return new ChangeSetResult(entry, outcome, Duration.ofMillis(millis), note);
    }

    static UpgradeReport upgrade() {
        return new UpgradeReport(
                EMBEDDED,
                List.of(
                        result(CORE, Outcome.APPLIED, 412, null),
                        result(UMLAUT, Outcome.MARKED_RAN, 0, "table \"Größe\" exists"),
                        result(VIDEO, Outcome.APPLIED, 123_456, null),
                        result(OUTSIDE, Outcome.SKIPPED, 3, "its precondition was not met"),
                        result(HOSTILE, Outcome.FAILED, 1_349, "relation \"x\" exists; failOnError is false")),
                3,
                5,
                Duration.ofMillis(125_300));
    }

    static UpgradeReport small() {
        return new UpgradeReport(SERVER, List.of(result(CORE, Outcome.APPLIED, 12, null)), 1, 1, Duration.ofMillis(15));
    }

    static UpgradeReport nothingToDo() {
        return new UpgradeReport(SERVER, List.of(), 3, 3, Duration.ofMillis(5));
    }

    static UpgradeReport empty() {
        return new UpgradeReport(SERVER, List.of(), 0, 0, Duration.ZERO);
    }

    static List<LostData> lost() {
        return List.of(
                new LostData("interviews", LostData.Kind.ROWS, 1L, false, "story-2.0", null),
                new LostData("\"Größe\"", LostData.Kind.ROWS, 1_234_567L, true, "Größe-面接", null),
                new LostData("users.phone", LostData.Kind.VALUES, 42L, false, "story-2.0", null),
                new LostData(
                        "story-1.2",
                        LostData.Kind.UNKNOWN,
                        null,
                        false,
                        "story-1.2",
                        "DELETE FROM settings\n  WHERE name IN (" + "'abc', ".repeat(20) + "'z')"));
    }

    static RollbackReport rollback() {
        return new RollbackReport(
                EMBEDDED,
                List.of(
                        result(VIDEO, Outcome.ROLLED_BACK, 80, null),
                        result(CORE, Outcome.UNMARKED, 4, "it never ran")),
                lost(),
                1,
                Duration.ofMillis(90));
    }

    static RollbackReport nothingToRollBack() {
        return new RollbackReport(SERVER, List.of(), List.of(), 0, Duration.ZERO);
    }

    static HistoryRow row(ChangeSetEntry entry, int order) {
        return new HistoryRow(
                entry.id(),
                LocalDateTime.of(2026, 3, 2, 10, 15, 30 + order, 123_456_000),
                order,
                "EXECUTED",
                "9:0123456789abcdef0123456789abcdef",
                "createTable",
                null,
                order == 1 ? "v1" : null,
                "4.33.0",
                null,
                null,
                "2447341234");
    }

    static StoryStatus story(ChangeSetEntry entry, ChangeSetState state, int order) {
        boolean isRecorded = state != ChangeSetState.PENDING && state != ChangeSetState.FILTERED;
        return new StoryStatus(
                entry.story(),
                List.of(new ChangeSetStatus(entry, state, isRecorded ? row(entry, order) : null, false)));
    }

    static StatusReport good() {
        return new StatusReport(
                EMBEDDED,
                List.of(story(CORE, ChangeSetState.APPLIED, 1), story(VIDEO, ChangeSetState.APPLIED, 2)),
                List.of(),
                null);
    }

    static StatusReport mixed() {
        ChangeSetEntry second = entry("story-2.0-video-interview", "story-2.0b");
        return new StatusReport(
                SERVER,
                List.of(
                        story(CORE, ChangeSetState.CHANGED, 1),
                        new StoryStatus(
                                VIDEO.story(),
                                List.of(
                                        new ChangeSetStatus(VIDEO, ChangeSetState.APPLIED, row(VIDEO, 2), false),
                                        new ChangeSetStatus(second, ChangeSetState.PENDING, null, false))),
                        new StoryStatus(
                                UMLAUT.story(),
                                List.of(new ChangeSetStatus(UMLAUT, ChangeSetState.PENDING, null, true))),
                        story(OUTSIDE, ChangeSetState.FILTERED, 3),
                        story(HOSTILE, ChangeSetState.RERUN, 4)),
                List.of(row(entry("story-gone", EVIL), 5)),
                new StockLock("ci-runner (10.0.0.7)", Duration.ofMinutes(125)));
    }

    static StatusReport noStories() {
        return new StatusReport(SERVER, List.of(), List.of(), null);
    }

    static HistoryReport history() {
        return new HistoryReport(
                SERVER,
                List.of(
                        new HistoryReport.Item(
                                "2025-12-31T23:59:59Z",
                                Outcome.APPLIED,
                                "base",
                                "dba",
                                "base.sql",
                                null,
                                null,
                                null,
                                "v1"),
                        new HistoryReport.Item(
                                "2026-03-02T10:15:31.123456Z",
                                Outcome.APPLIED,
                                "story-2.0",
                                "zoë",
                                "story-2.0/changelog.yaml",
                                "mall",
                                "zoë@laptop",
                                1_234L,
                                null),
                        new HistoryReport.Item(
                                "yesterday", Outcome.ROLLED_BACK, EVIL, EVIL, EVIL, EVIL, EVIL, 59_960L, EVIL)));
    }

    static HistoryReport noHistory() {
        return new HistoryReport(EMBEDDED, List.of());
    }

    static PlanReport plan() {
        return new PlanReport(
                EMBEDDED,
                List.of(
                        new PlanReport.Planned(
                                VIDEO,
                                false,
                                List.of(
                                        "CREATE TABLE \"Größe\" (\n\tid bigint,\n\tname text\n)",
                                        "COMMENT ON TABLE \"Größe\" IS '\u001b[31mred'"),
                                null),
                        new PlanReport.Planned(OUTSIDE, true, List.of("CREATE INDEX CONCURRENTLY i ON t (c)"), null),
                        new PlanReport.Planned(CORE, false, List.of(), null)),
                "\\set ON_ERROR_STOP on\nBEGIN;\nCOMMIT;\n",
                null);
    }

    static PlanReport emptyPlan() {
        return new PlanReport(SERVER, List.of(), "", null);
    }
}

package io.schemactl.report;

import io.schemactl.engine.ChangeSetState;
import io.schemactl.finding.Finding;
import io.schemactl.finding.Severity;
import io.schemactl.problem.Excerpt;
import io.schemactl.problem.Position;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ServerMessage;
import io.schemactl.task.SideReport;
import io.schemactl.task.VerifyReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Verifications and problems to render. */
final class CheckSamples {

    private CheckSamples() {}

    static VerifyReport good() {
        return new VerifyReport(
                Samples.EMBEDDED,
                List.of(
                        Samples.story(Samples.CORE, ChangeSetState.APPLIED, 1),
                        Samples.story(Samples.UMLAUT, ChangeSetState.APPLIED, 2)),
                148,
                new VerifyReport.Whole(
                        new SideReport(
                                SideReport.Kind.SNAPSHOT,
                                "changelog/portal/schema.yaml",
                                null,
                                Samples.DIRECTORY.resolve("changelog/portal/schema.yaml"),
                                null,
                                "17",
                                66,
                                List.of()),
                        66,
                        0),
                List.of(),
                Duration.ofMillis(210));
    }

    static VerifyReport bad() {
        return new VerifyReport(
                Samples.SERVER,
                List.of(
                        Samples.story(Samples.CORE, ChangeSetState.APPLIED, 1),
                        Samples.story(Samples.VIDEO, ChangeSetState.APPLIED, 2),
                        Samples.story(Samples.UMLAUT, ChangeSetState.PENDING, 3)),
                1_148,
                new VerifyReport.Whole(
                        new SideReport(
                                SideReport.Kind.CHANGELOG,
                                "portal",
                                null,
                                Samples.DIRECTORY.resolve("changelog/portal/changelog.yaml"),
                                Samples.VIDEO.story(),
                                "17.8",
                                1_066,
                                List.of()),
                        1_067,
                        1),
                findings(),
                Duration.ofMillis(1_500));
    }

    private static List<Finding> findings() {
        Position expectation = new Position(Samples.DIRECTORY.resolve("changelog/a b,c/expect.yaml"), 12, 7);
        return List.of(
                new Finding(
                        Severity.ERROR,
                        "missing-index",
                        "index ix_interviews_tech_check_metadata_gin",
                        expectation,
                        Samples.VIDEO.story(),
                        "index ix_interviews_tech_check_metadata_gin on interviews is missing",
                        "gin (tech_check_metadata)",
                        "nothing",
                        "run `schemactl rollback` and `upgrade`, or create it"),
                new Finding(
                        Severity.ERROR,
                        "wrong-check",
                        Samples.EVIL,
                        expectation,
                        Samples.VIDEO.story(),
                        "check " + Samples.EVIL + " is another one",
                        "a < 100% || b = 'x'\nAND c",
                        Samples.EVIL,
                        null),
                new Finding(
                        Severity.WARNING,
                        "disabled-trigger",
                        "trigger \"Größe_trg\"",
                        null,
                        null,
                        "a trigger of public.\"Größe\" is disabled",
                        null,
                        null,
                        "ALTER TABLE public.\"Größe\" ENABLE TRIGGER \"Größe_trg\""),
                drift(),
                staleLock());
    }

    private static Finding drift() {
        return new Finding(
                Severity.ERROR,
                "drift-changed",
                "function f(integer)",
                null,
                null,
                "function f(integer): body differs",
                "BEGIN\n    RETURN 1;\nEND",
                "BEGIN\n    RETURN 2;\nEND",
                "run `schemactl diff --format sql` for a script that mends it");
    }

    private static Finding staleLock() {
        return new Finding(
                Severity.NOTE,
                "stale-lock",
                "databasechangeloglock",
                new Position(Path.of("/elsewhere/Größe.yaml"), 1, 1),
                null,
                "the stock engine's lock is held",
                null,
                null,
                null);
    }

    static VerifyReport onlyWarnings() {
        return new VerifyReport(
                Samples.EMBEDDED, List.of(), 0, null, List.of(bad().findings().get(2)), Duration.ofMillis(20));
    }

    static List<Problem> problems() {
        return List.of(
                Problem.of(ProblemCode.LOCK_TIMEOUT, "could not lock table \"public\".\"interviews\" within 3 s")
                        .at(Samples.place("story-2.0-video-interview", 12))
                        .about("change set story-2.0")
                        .saidBy(new ServerMessage(
                                "55P03",
                                "canceling statement due to lock timeout",
                                "Process 1 waits for ShareLock;\nblocked by process 2.",
                                "See server log.",
                                "PL/pgSQL function f() line 3\nSQL statement \"x\""))
                        .in(new Excerpt("CREATE INDEX foo ON bar (baz)", 25))
                        .state("2 of 3 change sets applied; nothing of story-2.0 remains")
                        .fix("run `schemactl upgrade` again at a quieter time, or pass --lock-timeout 30s"),
                Problem.of(ProblemCode.USAGE, "unknown option --colour; did you mean `--color`?"),
                Problem.of(ProblemCode.CONNECTION, "no server\nwith two lines " + Samples.EVIL)
                        .about(Samples.EVIL)
                        .saidBy(new ServerMessage("08001", Samples.EVIL, null, null, null)));
    }

    private static Problem failed(String statement, @Nullable Integer offset) {
        return Problem.of(ProblemCode.EXECUTION, "the statement failed").in(new Excerpt(statement, offset));
    }

    private static Problem failedAt(String statement, String mark) {
        return failed(statement, statement.indexOf(mark));
    }

    static List<Problem> excerpts() {
        String lines = "SELECT 1,\n2,\n3,\n\t4 + \tfoo,\n5,\n6,\n7\n";
        String wide = "SELECT '面接', 'e\u0301', '😀', foo";
        String longLine = "x".repeat(30) + " = 1 AND ".repeat(30) + "foo" + " OR y = 2".repeat(30);
        return List.of(
                failedAt(lines, "foo"),
                failedAt(wide, "foo"),
                failedAt(longLine, "foo"),
                failedAt("SELECT 1\r\nFROM foo\r\nWHERE x", "foo"),
                failedAt("SELECT '\u001b[31m', foo", "foo"),
                failed("SELECT (1", 9),
                failed("SELECT (1\n", 10),
                failed("foo " + "面".repeat(100), 0),
                failed("\n\n  DO $$\nBEGIN\n1\n2\n3\n4\n5\nEND $$\n\n", null),
                failed("SELECT 1\nFROM t", null),
                failed("SELECT 1", 99));
    }
}

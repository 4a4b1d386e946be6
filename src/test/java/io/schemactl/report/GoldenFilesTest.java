package io.schemactl.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.schemactl.finding.Severity;
import io.schemactl.task.SnapshotReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares every report with a file; {@code -Dgolden.write=true} writes the files instead. */
final class GoldenFilesTest {

    private static final Path FILES = Path.of("src/test/resources/io/schemactl/report");

    private static final TextReports TEXT = new TextReports(new Style(false, true, Samples.DIRECTORY));
    private static final TextReports COLOR = new TextReports(new Style(true, true, Samples.DIRECTORY));
    private static final TextReports ASCII = new TextReports(new Style(false, false, Samples.DIRECTORY));
    private static final CheckReports CHECK = new CheckReports(Samples.DIRECTORY, "0.1.0");

    private static final Map<String, Supplier<String>> CASES = cases();

    private static Map<String, Supplier<String>> cases() {
        Map<String, Supplier<String>> cases = new TreeMap<>();
        runs(cases);
        questions(cases);
        checks(cases);
        diffs(cases);
        cases.put("problems.txt", () -> TEXT.problems(CheckSamples.problems()));
        cases.put("problems-color.txt", () -> COLOR.problems(CheckSamples.problems()));
        cases.put("problems-none.txt", () -> TEXT.problems(List.of()));
        cases.put("excerpts.txt", () -> TEXT.problems(CheckSamples.excerpts()));
        cases.put("excerpts-ascii.txt", () -> ASCII.problems(CheckSamples.excerpts()));
        JsonSamples.all().forEach((name, json) -> cases.put(name + ".json", () -> json));
        return cases;
    }

    private static void runs(Map<String, Supplier<String>> cases) {
        cases.put("upgrade.txt", () -> TEXT.upgrade(Samples.upgrade()));
        cases.put("upgrade-ascii.txt", () -> ASCII.upgrade(Samples.upgrade()));
        cases.put("upgrade-color.txt", () -> COLOR.upgrade(Samples.upgrade()));
        cases.put("upgrade-one.txt", () -> TEXT.upgrade(Samples.small()));
        cases.put("upgrade-nothing.txt", () -> TEXT.upgrade(Samples.nothingToDo()));
        cases.put("upgrade-empty.txt", () -> TEXT.upgrade(Samples.empty()));
        cases.put("stamp.txt", () -> TEXT.stamp(Samples.upgrade()));
        cases.put("rollback.txt", () -> TEXT.rollback(Samples.rollback()));
        cases.put("rollback-nothing.txt", () -> TEXT.rollback(Samples.nothingToRollBack()));
        cases.put("lost.txt", () -> TEXT.lost(Samples.lost()));
        cases.put("lost-none.txt", () -> TEXT.lost(List.of()));
        cases.put(
                "progress.txt",
                () -> TEXT.begins(Samples.VIDEO)
                        + TEXT.ended(Samples.upgrade().results().get(2))
                        + TEXT.begins(Samples.HOSTILE)
                        + TEXT.ended(Samples.upgrade().results().get(4))
                        + TEXT.says("warning: " + Samples.EVIL));
    }

    private static void questions(Map<String, Supplier<String>> cases) {
        cases.put("status.txt", () -> TEXT.status(Samples.good()));
        cases.put("status-mixed.txt", () -> TEXT.status(Samples.mixed()));
        cases.put("status-mixed-color.txt", () -> COLOR.status(Samples.mixed()));
        cases.put("status-empty.txt", () -> TEXT.status(Samples.noStories()));
        cases.put("history.txt", () -> TEXT.history(Samples.history()));
        cases.put("history-empty.txt", () -> TEXT.history(Samples.noHistory()));
        cases.put("plan.txt", () -> TEXT.plan(Samples.plan()));
        cases.put("plan-empty.txt", () -> TEXT.plan(Samples.emptyPlan()));
        cases.put("doctor.txt", () -> TEXT.doctor(DoctorSamples.good()));
        cases.put("doctor-ill.txt", () -> TEXT.doctor(DoctorSamples.ill()));
        cases.put("doctor-ill-color.txt", () -> COLOR.doctor(DoctorSamples.ill()));
        cases.put("doctor-gone-ascii.txt", () -> ASCII.doctor(DoctorSamples.gone()));
        cases.put("settings.txt", () -> TEXT.settings(DoctorSamples.settings()));
        cases.put("plan-foreseen.txt", () -> TEXT.plan(PlanSamples.foreseen()));
        cases.put("plan-foreseen-color.txt", () -> COLOR.plan(PlanSamples.foreseen()));
        cases.put("plan-unknown.txt", () -> TEXT.plan(PlanSamples.unknown()));
        cases.put(
                "plan.md",
                () -> TEXT.planMarkdown(List.of(PlanSamples.foreseen(), PlanSamples.unknown(), Samples.emptyPlan())));
    }

    private static void checks(Map<String, Supplier<String>> cases) {
        List<Check> all = Stream.of(CheckSamples.good(), CheckSamples.bad(), CheckSamples.onlyWarnings())
                .map(Check::of)
                .toList();
        for (SnapshotReport.Result result : SnapshotReport.Result.values()) {
            cases.put(
                    "snapshot-%s.txt".formatted(Words.id(result)),
                    () -> TEXT.snapshot(
                            result == SnapshotReport.Result.STALE
                                    ? SnapshotSamples.stale()
                                    : SnapshotSamples.report(result)));
        }
        NewStorySamples.all()
                .forEach(report ->
                        cases.put("new-%s.txt".formatted(Words.id(report.result())), () -> TEXT.newStory(report)));
        var proofs = List.of(Check.of(ProveSamples.good()), Check.of(ProveSamples.bad()));
        cases.put("prove.txt", () -> TEXT.prove(ProveSamples.good()));
        cases.put("prove-bad.txt", () -> TEXT.prove(ProveSamples.bad()));
        cases.put("prove.junit.xml", () -> CHECK.junit("prove", proofs));
        cases.put("prove.github.txt", () -> CHECK.github(proofs));
        cases.put("prove.md", () -> CHECK.markdown("prove", proofs));
        cases.put("lint.txt", () -> TEXT.lint(LintSamples.good()));
        cases.put("lint-bad.txt", () -> TEXT.lint(LintSamples.bad()));
        cases.put("lint.junit.xml", () -> CHECK.junit("lint", LintSamples.checks()));
        cases.put(
                "lint-warning.junit.xml",
                () -> CHECK.junit("lint", List.of(Check.of(LintSamples.bad(Severity.WARNING), List.of()))));
        cases.put("lint.sarif", () -> CHECK.sarif(LintSamples.checks()));
        cases.put("lint.github.txt", () -> CHECK.github(LintSamples.checks()));
        cases.put("lint.md", () -> CHECK.markdown("lint", LintSamples.checks()));
        cases.put("verify.txt", () -> TEXT.verify(CheckSamples.good()));
        cases.put("verify-bad.txt", () -> TEXT.verify(CheckSamples.bad()));
        cases.put("verify-bad-ascii.txt", () -> ASCII.verify(CheckSamples.bad()));
        cases.put("verify-warnings.txt", () -> TEXT.verify(CheckSamples.onlyWarnings()));
        cases.put("verify.junit.xml", () -> CHECK.junit("verify", all));
        cases.put("verify.sarif", () -> CHECK.sarif(all));
        cases.put("verify-good.sarif", () -> CHECK.sarif(List.of(Check.of(CheckSamples.good()))));
        cases.put("verify.github.txt", () -> CHECK.github(all));
        cases.put("verify.md", () -> CHECK.markdown("verify", all));
    }

    private static void diffs(Map<String, Supplier<String>> cases) {
        cases.put("diff.txt", () -> TEXT.diff(DiffSamples.different()));
        cases.put("diff-ascii.txt", () -> ASCII.diff(DiffSamples.different()));
        cases.put("diff-color.txt", () -> COLOR.diff(DiffSamples.different()));
        cases.put("diff-equal.txt", () -> TEXT.diff(DiffSamples.equal()));
        var both = List.of(DiffSamples.different(), DiffSamples.equal());
        cases.put("diff.md", () -> CHECK.diffMarkdown(both));
        cases.put("diff.html", () -> CHECK.diffPage(both));
    }

    static Stream<String> names() {
        return CASES.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void rendersAsItsFileSays(String name) throws IOException {
        String rendered = Objects.requireNonNull(CASES.get(name)).get();
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(FILES.resolve(name), rendered);
        }
        assertEquals(Files.readString(FILES.resolve(name)), rendered);
    }

    @Test
    void everyFileHasACase() throws IOException {
        var files = new TreeSet<String>();
        try (var listed = Files.list(FILES)) {
            listed.forEach(file -> files.add(file.getFileName().toString()));
        }
        assertEquals(CASES.keySet(), files);
    }
}

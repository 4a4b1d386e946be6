package io.schemactl.report;

import io.schemactl.finding.Finding;
import io.schemactl.finding.Severity;
import io.schemactl.lint.Rule;
import io.schemactl.task.LintReport;
import io.schemactl.task.ProveReport;
import io.schemactl.task.StoryStatus;
import io.schemactl.task.VerifyReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A check of one target, as the formats for pipelines show it.
 *
 * @param target the target's name
 * @param database the database; null if none was looked at
 * @param server its server; null if none was looked at
 * @param isGood whether the check says yes
 * @param summary the whole of it in one line
 * @param remarks what else is worth saying in a comment on a pull request, a line each
 * @param passed what was checked and is good, such as stories
 * @param findings what there is to say
 * @param failOn the severity from which on a finding counts as a failure
 * @param rules for rules that have a page, what they find, in one line
 * @param took how long it took
 */
public record Check(
        String target,
        @Nullable String database,
        @Nullable String server,
        boolean isGood,
        String summary,
        List<String> remarks,
        List<String> passed,
        List<Finding> findings,
        Severity failOn,
        Map<String, String> rules,
        Duration took) {

    /** Copies the collections. */
    public Check {
        remarks = List.copyOf(remarks);
        passed = List.copyOf(passed);
        findings = List.copyOf(findings);
        rules = Map.copyOf(rules);
    }

    /** A verification. */
    public static Check of(VerifyReport report) {
        return new Check(
                report.target().name(),
                report.target().database(),
                TargetText.server(report.target()),
                report.isGood(),
                VerifySummary.of(report),
                List.of(),
                passed(report),
                report.findings(),
                Severity.ERROR,
                Map.of(),
                report.took());
    }

    /** A judgement of change sets. */
    public static Check of(LintReport report, List<Rule> rules) {
        return new Check(
                report.target(),
                null,
                null,
                report.isGood(),
                LintText.summary(report),
                List.of(),
                report.stories().stream()
                        .filter(story -> report.findings().stream()
                                .noneMatch(finding -> finding.severity().compareTo(report.failOn()) <= 0
                                        && story.equals(finding.story())))
                        .toList(),
                report.findings(),
                report.failOn(),
                rules.stream().collect(Collectors.toMap(Rule::id, Rule::summary)),
                report.took());
    }

    /** A proof. */
    public static Check of(ProveReport report) {
        return new Check(
                report.target(),
                null,
                null,
                report.isGood(),
                ProveText.summary(report),
                ProveText.grades(report),
                ProveText.passed(report),
                report.findings(),
                Severity.ERROR,
                Map.of(),
                report.took());
    }

    private static List<String> passed(VerifyReport report) {
        List<String> failed = new ArrayList<>();
        boolean isDatabaseBad = false;
        for (Finding finding : report.findings()) {
            if (finding.severity() == Severity.ERROR && finding.story() != null) {
                failed.add(finding.story());
            }
            isDatabaseBad |= finding.severity() == Severity.ERROR && finding.story() == null;
        }
        List<String> passed = new ArrayList<>(report.stories().stream()
                .filter(story -> story.state() == StoryStatus.State.APPLIED)
                .map(StoryStatus::name)
                .filter(name -> !failed.contains(name))
                .toList());
        if (!isDatabaseBad) {
            passed.add("whole database");
        }
        return passed;
    }

    boolean isFailure(Finding finding) {
        return finding.severity().compareTo(failOn) <= 0;
    }

    int tests() {
        return passed.size() + findings.size();
    }

    long failures() {
        return findings.stream().filter(this::isFailure).count();
    }
}

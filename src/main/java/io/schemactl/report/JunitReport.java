package io.schemactl.report;

import io.schemactl.finding.Finding;
import io.schemactl.finding.Severity;
import io.schemactl.task.StoryStatus;
import io.schemactl.task.VerifyReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes verifications as JUnit XML. */
final class JunitReport {

    private final Places places;

    JunitReport(Places places) {
        this.places = places;
    }

    String of(List<VerifyReport> reports) {
        var xml = new Xml();
        List<Suite> suites = reports.stream().map(JunitReport::suite).toList();
        xml.open(
                "testsuites",
                "name",
                "schemactl verify",
                "tests",
                Integer.toString(suites.stream().mapToInt(Suite::tests).sum()),
                "failures",
                Long.toString(suites.stream().mapToLong(Suite::failures).sum()),
                "time",
                seconds(reports.stream().map(VerifyReport::took).reduce(Duration.ZERO, Duration::plus)));
        suites.forEach(suite -> append(xml, suite));
        return xml.close("testsuites").toString();
    }

    /** A target's findings, and the stories and checks that have no error. */
    private record Suite(VerifyReport report, List<String> passed) {
        int tests() {
            return passed.size() + report.findings().size();
        }

        long failures() {
            return report.findings().stream().filter(Suite::isFailure).count();
        }

        static boolean isFailure(Finding finding) {
            return finding.severity() == Severity.ERROR;
        }
    }

    private static Suite suite(VerifyReport report) {
        List<String> failed = new ArrayList<>();
        boolean isDatabaseBad = false;
        for (Finding finding : report.findings()) {
            if (Suite.isFailure(finding) && finding.story() != null) {
                failed.add(finding.story());
            }
            isDatabaseBad |= Suite.isFailure(finding) && finding.story() == null;
        }
        List<String> passed = new ArrayList<>(report.stories().stream()
                .filter(story -> story.state() == StoryStatus.State.APPLIED)
                .map(StoryStatus::name)
                .filter(name -> !failed.contains(name))
                .toList());
        if (!isDatabaseBad) {
            passed.add("whole database");
        }
        return new Suite(report, passed);
    }

    private void append(Xml xml, Suite suite) {
        String target = suite.report().target().name();
        xml.open(
                "testsuite",
                "name",
                "schemactl verify " + target,
                "tests",
                Integer.toString(suite.tests()),
                "failures",
                Long.toString(suite.failures()),
                "errors",
                "0",
                "skipped",
                "0",
                "time",
                seconds(suite.report().took()));
        suite.passed().forEach(name -> xml.empty("testcase", "classname", "schemactl." + target, "name", name));
        suite.report().findings().forEach(finding -> append(xml, target, finding));
        xml.close("testsuite");
    }

    private void append(Xml xml, String target, Finding finding) {
        List<String> attributes = new ArrayList<>(List.of(
                "classname",
                "schemactl." + target + (finding.story() == null ? "" : "." + finding.story()),
                "name",
                finding.rule() + " " + finding.object()));
        if (finding.position() != null) {
            attributes.addAll(List.of(
                    "file",
                    places.path(finding.position().file()),
                    "line",
                    Integer.toString(finding.position().line())));
        }
        xml.open("testcase", attributes.toArray(String[]::new));
        String text = FindingWords.of(finding)
                + (finding.position() == null ? "" : "\nat " + places.clickable(finding.position()));
        if (Suite.isFailure(finding)) {
            xml.text("failure", text, "type", finding.rule(), "message", finding.message());
        } else {
            xml.text("system-out", "%s: %s".formatted(Words.id(finding.severity()), text));
        }
        xml.close("testcase");
    }

    private static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%.3f", took.toMillis() / 1000.0);
    }
}

package io.schemactl.report;

import io.schemactl.finding.Finding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes checks as JUnit XML. */
final class JunitReport {

    private final Places places;

    JunitReport(Places places) {
        this.places = places;
    }

    String of(String command, List<Check> checks) {
        var xml = new Xml();
        xml.open(
                "testsuites",
                "name",
                "schemactl " + command,
                "tests",
                Integer.toString(checks.stream().mapToInt(Check::tests).sum()),
                "failures",
                Long.toString(checks.stream().mapToLong(Check::failures).sum()),
                "time",
                seconds(checks.stream().map(Check::took).reduce(Duration.ZERO, Duration::plus)));
        checks.forEach(check -> append(xml, command, check));
        return xml.close("testsuites").toString();
    }

    private void append(Xml xml, String command, Check check) {
        String target = check.target();
        xml.open(
                "testsuite",
                "name",
                "schemactl %s %s".formatted(command, target),
                "tests",
                Integer.toString(check.tests()),
                "failures",
                Long.toString(check.failures()),
                "errors",
                "0",
                "skipped",
                "0",
                "time",
                seconds(check.took()));
        check.passed().forEach(name -> xml.empty("testcase", "classname", "schemactl." + target, "name", name));
        check.findings().forEach(finding -> append(xml, target, finding, check.isFailure(finding)));
        xml.close("testsuite");
    }

    private void append(Xml xml, String target, Finding finding, boolean isFailure) {
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
        if (isFailure) {
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

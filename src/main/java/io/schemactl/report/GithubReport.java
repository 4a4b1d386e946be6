package io.schemactl.report;

import io.schemactl.finding.Finding;
import io.schemactl.finding.Severity;
import io.schemactl.problem.Position;
import java.util.List;

/**
 * Writes findings as
 * <a href="https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions">workflow commands</a>.
 */
final class GithubReport {

    private final Places places;

    GithubReport(Places places) {
        this.places = places;
    }

    String of(List<Check> checks) {
        var text = new StringBuilder();
        for (Check check : checks) {
            check.findings()
                    .forEach(finding ->
                            text.append(command(check.target(), finding)).append('\n'));
            text.append(check.summary())
                    .append(" - ")
                    .append(Printable.line(check.target()))
                    .append('\n');
        }
        return text.toString();
    }

    private String command(String target, Finding finding) {
        var properties = new StringBuilder();
        Position position = finding.position();
        if (position != null) {
            properties.append("file=%s,line=%d,col=%d,"
                    .formatted(property(places.path(position.file())), position.line(), position.column()));
        }
        properties.append("title=").append(property("%s: %s".formatted(target, finding.rule())));
        return "::%s %s::%s".formatted(level(finding.severity()), properties, data(FindingWords.of(finding)));
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "notice";
        };
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(Printable.line(text)).replace(":", "%3A").replace(",", "%2C");
    }
}

package io.schemactl.report;

import io.schemactl.task.DiffReport;
import io.schemactl.task.MigrationReport;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Writes checks in the formats that pipelines read. Every text ends with a line break. */
public final class CheckReports {

    private final Places places;
    private final String version;

    /**
     * Reports with paths relative to a directory, where they are below it.
     *
     * @param workingDirectory the directory, for code hosts the top of the repository
     * @param version schemactl's version
     */
    public CheckReports(Path workingDirectory, String version) {
        this.places = new Places(workingDirectory);
        this.version = version;
    }

    /** JUnit XML: a suite for each target, a failed case for each error, and a passed one for what is good. */
    public String junit(String command, List<Check> checks) {
        return new JunitReport(places).of(command, checks);
    }

    /** <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>. */
    public String sarif(List<Check> checks) {
        return new SarifReport(places, version).of(checks);
    }

    /** Workflow commands that GitHub shows beside the lines of the files, and a line that sums each target up. */
    public String github(List<Check> checks) {
        return new GithubReport(places).of(checks);
    }

    /** Markdown for a comment on a pull request. */
    public String markdown(String command, List<Check> checks) {
        return new MarkdownReport(places).of(command, checks);
    }

    /** Comparisons as Markdown for a comment on a pull request. */
    public String diffMarkdown(List<DiffReport> reports) {
        return new DiffMarkdown(places).of(reports);
    }

    /** Comparisons as one HTML page that needs nothing else. */
    public String diffPage(List<DiffReport> reports) {
        return new DiffPage(places).of(reports);
    }

    /** Migrations as scripts for psql. */
    public String migrations(List<MigrationReport> reports) {
        var script = new MigrationScript(places, version);
        return reports.stream().map(script::of).collect(Collectors.joining("\n"));
    }
}

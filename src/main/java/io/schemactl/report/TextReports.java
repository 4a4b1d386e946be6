package io.schemactl.report;

import io.schemactl.config.Sourced;
import io.schemactl.engine.ChangeSetEntry;
import io.schemactl.engine.ChangeSetResult;
import io.schemactl.lint.Rule;
import io.schemactl.problem.Problem;
import io.schemactl.task.DiffReport;
import io.schemactl.task.DoctorReport;
import io.schemactl.task.HistoryReport;
import io.schemactl.task.LintReport;
import io.schemactl.task.LostData;
import io.schemactl.task.NewStoryReport;
import io.schemactl.task.PlanReport;
import io.schemactl.task.ProveReport;
import io.schemactl.task.RollbackReport;
import io.schemactl.task.SnapshotReport;
import io.schemactl.task.StatusReport;
import io.schemactl.task.UpgradeReport;
import io.schemactl.task.VerifyReport;
import java.util.List;

/**
 * Writes reports for people.
 *
 * <p>Every text ends with a line break. What servers, files and names say is made printable first, so that it cannot act on
 * the terminal.
 */
public final class TextReports {

    private final Style style;

    /** Reports that look as a style says. */
    public TextReports(Style style) {
        this.style = style;
    }

    /** What an upgrade did. */
    public String upgrade(UpgradeReport report) {
        return new RunText(style).upgrade(report);
    }

    /** What a stamp recorded. */
    public String stamp(UpgradeReport report) {
        return new RunText(style).stamp(report);
    }

    /** What a rollback did. */
    public String rollback(RollbackReport report) {
        return new RunText(style).rollback(report);
    }

    /** What a rollback will destroy. */
    public String lost(List<LostData> lost) {
        return new RunText(style).lost(lost);
    }

    /** How the stories stand. */
    public String status(StatusReport report) {
        return new StatusText(style).of(report);
    }

    /** What was done to a database, oldest first. */
    public String history(HistoryReport report) {
        return new HistoryText(style).of(report);
    }

    /** What would run. */
    public String plan(PlanReport report) {
        return new PlanText(style).of(report);
    }

    /** What would run on all databases, for a comment on a pull request. */
    public String planMarkdown(List<PlanReport> reports) {
        return new PlanMarkdown().of(reports);
    }

    /** How a database is. */
    public String doctor(DoctorReport report) {
        return new DoctorText(style).of(report);
    }

    /** Settings with the places that they came from. */
    public String settings(List<Sourced> settings) {
        return new DoctorText(style).settings(settings);
    }

    /** Whether a database is what its changelog says. */
    public String verify(VerifyReport report) {
        return new VerifyText(style).of(report);
    }

    /** What there is to say of change sets. */
    public String lint(LintReport report) {
        return new LintText(style).of(report);
    }

    /** What was proven of a changelog. */
    public String prove(ProveReport report) {
        return new ProveText(style).of(report);
    }

    /** The rules that there are. */
    public String rules(List<Rule> rules) {
        return new LintText(style).rules(rules);
    }

    /** What distinguishes two sides. */
    public String diff(DiffReport report) {
        return new DiffText(style).of(report);
    }

    /** What came of a snapshot. */
    public String snapshot(SnapshotReport report) {
        return new SnapshotText(style).of(report);
    }

    /** What came of a new story. */
    public String newStory(NewStoryReport report) {
        return new NewStoryText(style).of(report);
    }

    /** Problems, with an empty line between two of them; an empty text if there are none. */
    public String problems(List<Problem> problems) {
        return new ProblemText(style).of(problems);
    }

    /** The line that a change set begins. */
    public String begins(ChangeSetEntry entry) {
        return new RunText(style).begins(entry);
    }

    /** The line that a change set ended. */
    public String ended(ChangeSetResult result) {
        return new RunText(style).ended(result);
    }

    /** Something that happened, in words, on one printable line; warnings in their colour. */
    public String says(String words) {
        Paint paint = words.startsWith("warning:") ? Paint.YELLOW : Paint.PLAIN;
        return new Lines(style).line(paint, Printable.line(words)).toString();
    }
}

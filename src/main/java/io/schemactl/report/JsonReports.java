package io.schemactl.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.schemactl.config.Sourced;
import io.schemactl.problem.Problem;
import io.schemactl.task.DiffReport;
import io.schemactl.task.DoctorReport;
import io.schemactl.task.HistoryReport;
import io.schemactl.task.LintReport;
import io.schemactl.task.NewStoryReport;
import io.schemactl.task.PlanReport;
import io.schemactl.task.ProveReport;
import io.schemactl.task.RollbackReport;
import io.schemactl.task.SnapshotReport;
import io.schemactl.task.StatusReport;
import io.schemactl.task.UpgradeReport;
import io.schemactl.task.VerifyReport;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes reports for programs: one JSON document for one run of a command, as docs/schema/output says.
 *
 * <p>Problems are what went wrong on targets of the same run; with any, {@code ok} is false.
 *
 * <p>What is not known is left out; there is no null. Every text ends with a line break.
 */
public final class JsonReports {

    private final Places places;
    private final JsonParts parts;

    /** Reports with paths relative to a directory, where they are below it. */
    public JsonReports(Path workingDirectory) {
        this.places = new Places(workingDirectory);
        this.parts = new JsonParts(places);
    }

    /** What upgrades did. */
    public String upgrade(List<UpgradeReport> reports, List<Problem> problems) {
        return document("upgrade", true, Json.array(reports, this::upgrade), problems);
    }

    /** What stamps recorded. */
    public String stamp(List<UpgradeReport> reports, List<Problem> problems) {
        return document("stamp", true, Json.array(reports, this::upgrade), problems);
    }

    /** What rollbacks did. */
    public String rollback(List<RollbackReport> reports, List<Problem> problems) {
        return document("rollback", true, Json.array(reports, this::rollback), problems);
    }

    /** How stories stand. */
    public String status(List<StatusReport> reports, List<Problem> problems) {
        return document("status", true, Json.array(reports, this::status), problems);
    }

    /** What was done to databases. */
    public String history(List<HistoryReport> reports, List<Problem> problems) {
        return document("history", true, Json.array(reports, this::history), problems);
    }

    /** What would run. */
    public String plan(List<PlanReport> reports, List<Problem> problems) {
        return document("plan", true, Json.array(reports, new PlanJson(parts)::of), problems);
    }

    /** Whether databases are what their changelogs say; {@code ok} is false if one is not. */
    public String verify(List<VerifyReport> reports, List<Problem> problems) {
        boolean isGood = reports.stream().allMatch(VerifyReport::isGood);
        return document("verify", isGood, Json.array(reports, this::verify), problems);
    }

    /** What there is to say of change sets; {@code ok} is false if that is too much. */
    public String lint(List<LintReport> reports, List<Problem> problems) {
        boolean isGood = reports.stream().allMatch(LintReport::isGood);
        return document("lint", isGood, Json.array(reports, this::lint), problems);
    }

    /** What was proven of changelogs; {@code ok} is false if anything is wrong. */
    public String prove(List<ProveReport> reports, List<Problem> problems) {
        boolean isGood = reports.stream().allMatch(ProveReport::isGood);
        return document("prove", isGood, Json.array(reports, new ProveJson(parts)::of), problems);
    }

    /** What distinguishes sides; {@code ok} is false if anything does. */
    public String diff(List<DiffReport> reports, List<Problem> problems) {
        boolean isEqual = reports.stream().allMatch(DiffReport::isEqual);
        return document("diff", isEqual, Json.array(reports, new DiffJson(places)::of), problems);
    }

    /** What came of snapshots; {@code ok} is false if one is not current. */
    public String snapshot(List<SnapshotReport> reports, List<Problem> problems) {
        boolean isGood = reports.stream().allMatch(SnapshotReport::isGood);
        return document("snapshot", isGood, Json.array(reports, this::snapshot), problems);
    }

    /** How databases are; {@code ok} is false if an upgrade of one would not work. */
    public String doctor(List<DoctorReport> reports, List<Problem> problems) {
        boolean isGood = reports.stream().allMatch(DoctorReport::isGood);
        return document("doctor", isGood, Json.array(reports, DoctorJson::of), problems);
    }

    /** Settings with the places that they came from. */
    public String settings(List<Sourced> settings) {
        ObjectNode document = Json.object();
        document.put("schemaVersion", Json.SCHEMA_VERSION);
        document.put("command", "doctor");
        document.put("ok", true);
        document.set("settings", Json.array(settings, DoctorJson::setting));
        return Json.print(document);
    }

    /** What came of a new story. */
    public String newStory(List<NewStoryReport> reports, List<Problem> problems) {
        return document("new", true, Json.array(reports, this::newStory), problems);
    }

    /** A run that failed before there was anything to report. */
    public String problems(String command, List<Problem> problems) {
        return document(command, false, Json.array(List.<UpgradeReport>of(), this::upgrade), problems);
    }

    private String document(String command, boolean isGood, ArrayNode targets, List<Problem> problems) {
        ObjectNode document = Json.object();
        document.put("schemaVersion", Json.SCHEMA_VERSION);
        document.put("command", command);
        document.put("ok", isGood && problems.isEmpty());
        document.set("targets", targets);
        document.set("problems", Json.array(problems, parts::problem));
        return Json.print(document);
    }

    private ObjectNode upgrade(UpgradeReport report) {
        ObjectNode target = about(JsonParts.target(report.target()));
        target.set("changeSets", Json.array(report.results(), parts::result));
        target.put("applied", report.applied());
        target.put("total", report.total());
        return target.put("tookMs", report.took().toMillis());
    }

    private ObjectNode rollback(RollbackReport report) {
        ObjectNode target = about(JsonParts.target(report.target()));
        target.set("changeSets", Json.array(report.results(), parts::result));
        target.set("lost", Json.array(report.lost(), JsonParts::lost));
        target.put("remaining", report.remaining());
        return target.put("tookMs", report.took().toMillis());
    }

    private ObjectNode status(StatusReport report) {
        ObjectNode target = about(JsonParts.target(report.target()));
        target.put("upToDate", report.isUpToDate());
        target.set("stories", Json.array(report.stories(), parts::story));
        target.set("unknown", Json.array(report.unknown(), JsonParts::row));
        if (report.stockLock() != null) {
            ObjectNode lock = target.putObject("stockLock");
            lock.put("holder", report.stockLock().holder());
            lock.put("ageMs", report.stockLock().age().toMillis());
        }
        return target;
    }

    private ObjectNode history(HistoryReport report) {
        ObjectNode target = about(JsonParts.target(report.target()));
        target.set("items", Json.array(report.items(), JsonParts::item));
        return target;
    }

    private ObjectNode verify(VerifyReport report) {
        ObjectNode target = about(JsonParts.target(report.target()));
        target.put("ok", report.isGood());
        target.set("stories", Json.array(report.stories(), parts::story));
        target.put("expectations", report.expectations());
        VerifyReport.Whole whole = report.catalog();
        if (whole != null) {
            ObjectNode catalog = target.putObject("catalog");
            catalog.set("with", new DiffJson(places).side(whole.with()));
            catalog.put("objects", whole.objects()).put("unseen", whole.unseen());
        }
        target.set("findings", Json.array(report.findings(), parts::finding));
        return target.put("tookMs", report.took().toMillis());
    }

    private ObjectNode lint(LintReport report) {
        ObjectNode target = Json.object().put("target", report.target());
        target.put("ok", report.isGood());
        target.put("changelog", parts.path(report.changelog()));
        target.put("serverVersion", report.serverVersion());
        target.set("stories", Json.array(report.stories(), TextNode::valueOf));
        target.put("changeSets", report.changeSets());
        target.put("statements", report.statements());
        target.set("findings", Json.array(report.findings(), parts::finding));
        return target.put("tookMs", report.took().toMillis());
    }

    private ObjectNode snapshot(SnapshotReport report) {
        ObjectNode target = Json.object().put("target", report.target());
        target.set("source", new DiffJson(places).side(report.source()));
        target.put("ok", report.isGood());
        target.put("result", Words.id(report.result()));
        target.put("path", parts.path(report.file()));
        target.put("objects", report.objects());
        target.set("differences", Json.array(report.differences(), DiffJson::difference));
        target.set("unseen", Json.array(report.unseen(), TextNode::valueOf));
        return target.put("tookMs", report.took().toMillis());
    }

    private ObjectNode newStory(NewStoryReport report) {
        ObjectNode story = Json.object();
        story.put("target", report.target());
        story.put("result", Words.id(report.result()));
        story.put("folder", parts.path(report.folder()));
        story.put("root", parts.path(report.root()));
        story.set("files", Json.array(report.files(), file -> TextNode.valueOf(parts.path(file))));
        story.set("notes", Json.array(report.notes(), TextNode::valueOf));
        return story.put("tookMs", report.took().toMillis());
    }

    private static ObjectNode about(ObjectNode target) {
        ObjectNode report = Json.object();
        report.set("target", target);
        return report;
    }
}

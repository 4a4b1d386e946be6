package io.schemactl.report;

import io.schemactl.task.SnapshotReport;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** JSON documents, named after the schema that they follow. */
final class JsonSamples {

    private JsonSamples() {}

    /** Documents by file name; the part before the first hyphen names the schema. */
    static Map<String, String> all() {
        var json = new JsonReports(Samples.DIRECTORY);
        Map<String, String> documents = new TreeMap<>();
        documents.put("upgrade", json.upgrade(List.of(Samples.upgrade(), Samples.nothingToDo()), List.of()));
        documents.put("upgrade-failed", json.upgrade(List.of(Samples.small()), CheckSamples.problems()));
        documents.put("upgrade-none", json.upgrade(List.of(), List.of()));
        documents.put("stamp", json.stamp(List.of(Samples.small()), List.of()));
        documents.put("rollback", json.rollback(List.of(Samples.rollback()), List.of()));
        documents.put("status", json.status(List.of(Samples.good(), Samples.mixed(), Samples.noStories()), List.of()));
        documents.put("history", json.history(List.of(Samples.history(), Samples.noHistory()), List.of()));
        documents.put("plan", json.plan(List.of(Samples.plan(), Samples.emptyPlan()), List.of()));
        documents.put("plan-foreseen", json.plan(List.of(PlanSamples.foreseen(), PlanSamples.unknown()), List.of()));
        documents.put(
                "doctor",
                json.doctor(List.of(DoctorSamples.good(), DoctorSamples.ill(), DoctorSamples.gone()), List.of()));
        documents.put("doctor-settings", json.settings(DoctorSamples.settings()));
        documents.put("verify", json.verify(List.of(CheckSamples.good(), CheckSamples.bad()), List.of()));
        documents.put("verify-good", json.verify(List.of(CheckSamples.good()), List.of()));
        documents.put("diff", json.diff(List.of(DiffSamples.different(), DiffSamples.equal()), List.of()));
        documents.put(
                "snapshot",
                json.snapshot(
                        List.of(SnapshotSamples.report(SnapshotReport.Result.WRITTEN), SnapshotSamples.stale()),
                        List.of()));
        documents.put("prove", json.prove(List.of(ProveSamples.good(), ProveSamples.bad()), List.of()));
        documents.put("lint", json.lint(List.of(LintSamples.good(), LintSamples.bad()), List.of()));
        documents.put("new", json.newStory(NewStorySamples.all(), List.of()));
        documents.put("failure", json.problems("upgrade", CheckSamples.excerpts()));
        return documents;
    }
}

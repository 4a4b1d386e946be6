package io.schemactl.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** JSON documents, named after the schema that they follow. */
final class JsonSamples {

    private JsonSamples() {}

    /** Documents by file name; the part before the first hyphen names the schema. */
    static Map<String, String> all() {
        var json = new JsonReports(Samples.DIRECTORY);
        var failed = json.with(CheckSamples.problems());
        Map<String, String> documents = new TreeMap<>();
        documents.put("upgrade", json.upgrade(List.of(Samples.upgrade(), Samples.nothingToDo())));
        documents.put("upgrade-failed", failed.upgrade(List.of(Samples.small())));
        documents.put("upgrade-none", json.upgrade(List.of()));
        documents.put("stamp", json.stamp(List.of(Samples.small())));
        documents.put("rollback", json.rollback(List.of(Samples.rollback())));
        documents.put("status", json.status(List.of(Samples.good(), Samples.mixed(), Samples.noStories())));
        documents.put("history", json.history(List.of(Samples.history(), Samples.noHistory())));
        documents.put("plan", json.plan(List.of(Samples.plan(), Samples.emptyPlan())));
        documents.put("verify", json.verify(List.of(CheckSamples.good(), CheckSamples.bad())));
        documents.put("verify-good", json.verify(List.of(CheckSamples.good())));
        documents.put("failure", json.problems("upgrade", CheckSamples.excerpts()));
        return documents;
    }
}

package io.schemactl.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.schemactl.prove.Loss;
import io.schemactl.prove.StoryProof;
import io.schemactl.prove.TestResult;
import io.schemactl.task.ProveReport;

/** Writes what was proven for programs. */
final class ProveJson {

    private final JsonParts parts;

    ProveJson(JsonParts parts) {
        this.parts = parts;
    }

    ObjectNode of(ProveReport report) {
        ObjectNode target = Json.object().put("target", report.target());
        target.put("ok", report.isGood());
        target.put("changelog", parts.path(report.changelog()));
        target.put("serverVersion", report.serverVersion());
        target.set("stories", Json.array(report.stories(), this::story));
        target.put("whole", report.isWhole());
        target.set("chain", Json.array(report.chain(), parts::finding));
        return target.put("tookMs", report.took().toMillis());
    }

    private ObjectNode story(StoryProof proof) {
        ObjectNode story = Json.object().put("name", proof.story());
        story.put("ok", proof.isGood());
        story.put("changeSets", proof.changeSets());
        story.put("grade", proof.grade().id());
        story.set("losses", Json.array(proof.losses(), ProveJson::loss));
        story.put("expectations", proof.expectations());
        story.set("tests", Json.array(proof.tests(), this::test));
        story.set("findings", Json.array(proof.findings(), parts::finding));
        story.set("notes", Json.array(proof.notes(), TextNode::valueOf));
        return story.put("tookMs", proof.took().toMillis());
    }

    private static ObjectNode loss(Loss loss) {
        return Json.object()
                .put("object", loss.object())
                .put("kind", Words.id(loss.kind()))
                .put("amount", loss.amount());
    }

    private ObjectNode test(TestResult result) {
        ObjectNode test = Json.object().put("name", result.name());
        test.put("kind", result.kind().id());
        test.put("passed", result.passed());
        parts.position(test, result.position());
        test.put("expected", result.outcome().expected());
        test.put("actual", result.outcome().actual());
        Json.optional(test, "difference", result.outcome().difference());
        Json.optional(test, "plan", result.outcome().plan());
        JsonParts.server(test, result.outcome().server());
        return test.put("tookMs", result.took().toMillis());
    }
}

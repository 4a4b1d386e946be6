package io.schemactl.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.schemactl.diff.DifferenceText;
import io.schemactl.task.DiffReport;
import io.schemactl.task.SideReport;

/** Writes comparisons for programs. */
final class DiffJson {

    private final Places places;

    DiffJson(Places places) {
        this.places = places;
    }

    ObjectNode of(DiffReport report) {
        ObjectNode object = Json.object();
        object.set("from", side(report.from()));
        object.set("to", side(report.to()));
        object.put("ok", report.isEqual());
        object.set("differences", Json.array(report.differences(), DiffJson::difference));
        object.set("reordered", Json.array(report.reordered(), DiffJson::difference));
        return object.put("tookMs", report.took().toMillis());
    }

    ObjectNode side(SideReport side) {
        ObjectNode object = Json.object();
        object.put("kind", Words.id(side.kind()));
        object.put("name", side.name());
        Json.optional(object, "database", side.database());
        Json.optional(object, "path", side.file() == null ? null : places.path(side.file()));
        Json.optional(object, "story", side.story());
        object.put("serverVersion", side.serverVersion());
        object.put("objects", side.objects());
        object.set("unseen", Json.array(side.unseen(), TextNode::valueOf));
        return object;
    }

    static ObjectNode difference(DifferenceText difference) {
        ObjectNode object = Json.object();
        object.put("change", Words.id(DiffWords.change(difference)));
        object.put("kind", difference.kind());
        object.put("object", difference.object());
        object.set("properties", Json.array(difference.lines(), line -> {
            ObjectNode property = Json.object().put("property", line.property());
            Json.optional(property, "from", line.from());
            Json.optional(property, "to", line.to());
            return property;
        }));
        return object;
    }
}

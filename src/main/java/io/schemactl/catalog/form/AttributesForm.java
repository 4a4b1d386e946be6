package io.schemactl.catalog.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * How {@link io.schemactl.catalog.Attributes} stand among an object's properties: grants as privileges by grantee, a star behind
 * those that may be passed on.
 */
final class AttributesForm {

    static final String OWNER = "owner";
    static final String GRANTS = "grants";
    static final String COMMENT = "comment";
    static final String LABELS = "security-labels";
    static final String EXTENSIONS = "depends-on-extensions";

    static final List<Slot> SLOTS = List.of(
            new Slot(OWNER, OWNER, Slot.Content.VALUE, null, null, NullNode.instance),
            new Slot(GRANTS, GRANTS, Slot.Content.GRANTS, null, null, NullNode.instance),
            new Slot(COMMENT, COMMENT, Slot.Content.VALUE, null, null, NullNode.instance),
            new Slot(LABELS, LABELS, Slot.Content.MAP, null, null, JsonNodeFactory.instance.objectNode()),
            new Slot(EXTENSIONS, EXTENSIONS, Slot.Content.SET, null, null, JsonNodeFactory.instance.arrayNode()));

    private static final String GRANTABLE = "*";

    private AttributesForm() {}

    /** Puts the attributes of a record's tree among its properties. */
    static void spread(JsonNode attributes, ObjectNode properties) {
        properties.set(OWNER, attributes.get(OWNER));
        properties.set(GRANTS, grants(attributes.get("grants")));
        properties.set(COMMENT, attributes.get(COMMENT));
        properties.set(LABELS, attributes.get("labels").get("values"));
        properties.set(EXTENSIONS, attributes.get("extensions"));
    }

    /** The tree of the record that properties hold the attributes of. */
    static ObjectNode gather(JsonNode properties) {
        ObjectNode attributes = JsonNodeFactory.instance.objectNode();
        attributes.set(OWNER, properties.get(OWNER));
        attributes.set("grants", list(properties.get(GRANTS)));
        attributes.set(COMMENT, properties.get(COMMENT));
        attributes.putObject("labels").set("values", properties.get(LABELS));
        attributes.set("extensions", properties.get(EXTENSIONS));
        return attributes;
    }

    private static JsonNode grants(JsonNode list) {
        if (list.isNull()) {
            return list;
        }
        ObjectNode grants = JsonNodeFactory.instance.objectNode();
        for (JsonNode grant : list) {
            String suffix = grant.get("grantable").asBoolean() ? GRANTABLE : "";
            grants.withArrayProperty(grant.get("grantee").asText())
                    .add(grant.get("privilege").asText() + suffix);
        }
        return grants;
    }

    private static JsonNode list(JsonNode grants) {
        if (grants.isNull()) {
            return grants;
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        grants.properties()
                .forEach(grantee -> grantee.getValue().forEach(privilege -> {
                    String text = privilege.asText();
                    boolean grantable = text.endsWith(GRANTABLE);
                    list.addObject()
                            .put("grantee", grantee.getKey())
                            .put("privilege", grantable ? text.substring(0, text.length() - 1) : text)
                            .put("grantable", grantable);
                }));
        return list;
    }
}

package io.schemactl.catalog.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.schemactl.catalog.Attributes;
import io.schemactl.catalog.Grant;
import io.schemactl.catalog.Options;
import io.schemactl.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How {@link Attributes} stand among an object's properties: grants as privileges by grantee, a star behind those that may be passed
 * on.
 */
final class AttributesForm {

    static final String OWNER = "owner";
    static final String GRANTS = "grants";

    private static final String COMMENT = "comment";
    private static final String LABELS = "security-labels";
    private static final String EXTENSIONS = "depends-on-extensions";
    private static final String GRANTABLE = "*";

    private AttributesForm() {}

    /** The properties of records that have attributes. */
    static List<Slot> slots(Function<Object, Attributes> attributes) {
        return List.of(
                value(OWNER, Identifier.class, attributes.andThen(Attributes::owner)),
                new Slot(
                        GRANTS,
                        Slot.Content.GRANTS,
                        Grant.class,
                        true,
                        NullNode.instance,
                        attributes.andThen(Attributes::grants)),
                value(COMMENT, String.class, attributes.andThen(Attributes::comment)),
                new Slot(
                        LABELS,
                        Slot.Content.OPTIONS,
                        Options.class,
                        false,
                        JsonNodeFactory.instance.objectNode(),
                        attributes.andThen(Attributes::labels)),
                new Slot(
                        EXTENSIONS,
                        Slot.Content.SET,
                        Identifier.class,
                        false,
                        JsonNodeFactory.instance.arrayNode(),
                        attributes.andThen(Attributes::extensions)));
    }

    private static Slot value(String name, Class<?> type, Function<Object, @Nullable Object> reader) {
        return new Slot(name, Slot.Content.VALUE, type, true, NullNode.instance, reader);
    }

    /** The attributes whose values are those of the slots, in their order. */
    @SuppressWarnings("unchecked")
    static Attributes gather(List<@Nullable Object> values) {
        Object labels = values.get(3);
        Object extensions = values.get(4);
        if (labels == null || extensions == null) {
            throw new IllegalArgumentException("labels and extensions may be empty, but not nothing");
        }
        return Attributes.of(
                (Identifier) values.get(0),
                (List<Grant>) values.get(1),
                (String) values.get(2),
                (Options) labels,
                (List<Identifier>) extensions);
    }

    static ObjectNode tree(List<Grant> list) {
        ObjectNode grants = JsonNodeFactory.instance.objectNode();
        for (Grant grant : list) {
            grants.withArrayProperty(grant.grantee()).add(grant.privilege() + (grant.grantable() ? GRANTABLE : ""));
        }
        return grants;
    }

    static List<Grant> grants(JsonNode tree) {
        var list = new ArrayList<Grant>();
        tree.properties()
                .forEach(grantee -> grantee.getValue().forEach(privilege -> {
                    String text = privilege.asText();
                    boolean grantable = text.endsWith(GRANTABLE);
                    list.add(new Grant(
                            grantee.getKey().intern(),
                            (grantable ? text.substring(0, text.length() - 1) : text).intern(),
                            grantable));
                }));
        return list;
    }
}

package io.schemactl.catalog.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.ForeignKey;
import io.schemactl.catalog.KeyConstraint;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Relation;
import io.schemactl.sql.QualifiedName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes a catalog as a snapshot shows it: objects by their titles, in sections; parts below their tables and views. */
final class SnapshotWriter {

    /** The primary key of a table comes first, whatever the names of its constraints. */
    private static final Comparator<CatalogObject> SECTIONS = Comparator.comparing(
                    (CatalogObject part) -> part.key().kind())
            .thenComparing(part -> !(part instanceof KeyConstraint))
            .thenComparing(part -> !(part instanceof ForeignKey))
            .thenComparing(part -> Section.of(part).name());

    private final Map<QualifiedName, List<CatalogObject>> parts = new HashMap<>();
    private final Map<Section, List<CatalogObject>> wholes = new LinkedHashMap<>();

    private SnapshotWriter(Catalog catalog) {
        catalog.objects().values().forEach(object -> {
            QualifiedName whole = whole(catalog, object);
            if (whole == null) {
                wholes.computeIfAbsent(Section.of(object), section -> new ArrayList<>())
                        .add(object);
            } else {
                parts.computeIfAbsent(whole, name -> new ArrayList<>()).add(object);
            }
        });
    }

    static void write(Catalog catalog, YamlWriter yaml) {
        var writer = new SnapshotWriter(catalog);
        writer.wholes.forEach((section, objects) -> {
            yaml.line("");
            yaml.line(section.name() + ":");
            objects.forEach(object ->
                    yaml.entry(Title.of(object.key()).text(), writer.tree(Title.of(object.key()), object, null), 1, 1));
        });
    }

    /** The table or view that an object is shown below. */
    private static @Nullable QualifiedName whole(Catalog catalog, CatalogObject object) {
        ObjectKey key = object.key();
        if (key.schema() == null || key.relation() == null) {
            return null;
        }
        var name = new QualifiedName(key.schema(), key.relation());
        boolean isPart = relations(name).anyMatch(relation -> catalog.objects().containsKey(relation))
                && Shape.of(object.getClass()).findSlot("relation").isPresent();
        return isPart ? name : null;
    }

    private static Stream<ObjectKey> relations(QualifiedName name) {
        return Stream.of(ObjectKey.of(Kind.TABLE, name), ObjectKey.of(Kind.VIEW, name));
    }

    private ObjectNode tree(Title title, CatalogObject object, @Nullable QualifiedName whole) {
        ObjectNode properties = keyed(Shape.of(object.getClass()), CatalogForm.notable(object));
        title.removeFrom(properties, whole == null ? null : whole.display());
        if (object instanceof Relation relation) {
            parts.getOrDefault(relation.name(), List.of()).stream()
                    .sorted(SECTIONS)
                    .forEach(part -> add(properties, part, relation.name()));
        }
        return properties;
    }

    private void add(ObjectNode properties, CatalogObject part, QualifiedName relation) {
        var title = Title.ofPart(part.key());
        properties.withObjectProperty(Section.of(part).name()).set(title.text(), tree(title, part, relation));
    }

    /** Properties with lists of named records as mappings by their names. */
    private static ObjectNode keyed(Shape shape, JsonNode properties) {
        ObjectNode keyed = JsonNodeFactory.instance.objectNode();
        properties.properties().forEach(property -> {
            Slot slot = shape.findSlot(property.getKey()).orElseThrow();
            keyed.set(property.getKey(), keyed(slot, property.getValue()));
        });
        return keyed;
    }

    private static JsonNode keyed(Slot slot, JsonNode value) {
        if (value.isNull()) {
            return value;
        }
        return switch (slot.content()) {
            case RECORD -> keyed(slot.shape(), value);
            case RECORDS -> keyedItems(slot.shape(), value);
            case VALUE, VALUES, SET, OPTIONS, GRANTS -> value;
        };
    }

    private static JsonNode keyedItems(Shape shape, JsonNode items) {
        if (shape.isNamed()) {
            ObjectNode byName = JsonNodeFactory.instance.objectNode();
            items.forEach(item -> {
                ObjectNode properties = keyed(shape, item);
                byName.set(properties.remove("name").asText(), properties);
            });
            return byName;
        }
        var list = JsonNodeFactory.instance.arrayNode();
        items.forEach(item -> list.add(keyed(shape, item)));
        return list;
    }
}

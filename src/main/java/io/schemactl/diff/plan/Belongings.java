package io.schemactl.diff.plan;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Part;
import io.schemactl.catalog.Sequence;
import io.schemactl.sql.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Knows what goes with a table or view, and what goes with a column. */
final class Belongings {

    private final Map<QualifiedName, List<CatalogObject>> partsOf = new HashMap<>();
    private final Map<Part, List<CatalogObject>> sequencesOf = new HashMap<>();

    Belongings(Catalog catalog) {
        catalog.objects().values().forEach(this::add);
    }

    private void add(CatalogObject object) {
        ObjectKey key = object.key();
        if (key.schema() != null && key.relation() != null) {
            partsOf.computeIfAbsent(new QualifiedName(key.schema(), key.relation()), name -> new ArrayList<>())
                    .add(object);
        }
        if (object instanceof Sequence sequence && sequence.owner() != null) {
            Sequence.Owner owner = sequence.owner();
            sequencesOf
                    .computeIfAbsent(
                            Part.ofColumn(ObjectKey.of(Kind.TABLE, owner.relation()), owner.column()),
                            column -> new ArrayList<>())
                    .add(object);
        }
    }

    /** What goes with a part; nothing goes with a column's default. */
    List<CatalogObject> of(Part part) {
        ObjectKey key = part.object();
        if (part.columnDefault() || (key.kind() != Kind.TABLE && key.kind() != Kind.VIEW) || key.schema() == null) {
            return List.of();
        }
        return part.column() == null
                ? partsOf.getOrDefault(new QualifiedName(key.schema(), key.name()), List.of())
                : sequencesOf.getOrDefault(Part.ofColumn(key, part.column()), List.of());
    }
}

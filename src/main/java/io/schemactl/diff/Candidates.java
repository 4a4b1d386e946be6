package io.schemactl.diff;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.Constraint;
import io.schemactl.catalog.EnumType;
import io.schemactl.catalog.Extension;
import io.schemactl.catalog.Index;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Routine;
import io.schemactl.catalog.Schema;
import io.schemactl.catalog.Sequence;
import io.schemactl.catalog.Table;
import io.schemactl.catalog.Trigger;
import io.schemactl.catalog.form.CatalogForm;
import io.schemactl.sql.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds objects that certainly are others under new names. */
final class Candidates {

    /** A table or composite type of fewer columns and parts may be like another by chance. */
    private static final int DISTINCT_ENOUGH = 5;

    /** Properties that follow from an object's name. */
    private static final List<String> NAMING = List.of("name", "definition");

    private final Collection<CatalogObject> gone;
    private final Collection<CatalogObject> come;
    private final Map<QualifiedName, List<CatalogObject>> goneParts;
    private final Map<QualifiedName, List<CatalogObject>> comeParts;
    private final SerialColumns goneSerials;
    private final SerialColumns comeSerials;

    private Candidates(Collection<CatalogObject> gone, Collection<CatalogObject> come) {
        this.gone = gone;
        this.come = come;
        this.goneParts = parts(gone);
        this.comeParts = parts(come);
        this.goneSerials = new SerialColumns(gone);
        this.comeSerials = new SerialColumns(come);
    }

    /**
     * An object and what it became.
     *
     * @param from the object
     * @param renamed the object under its new name
     * @param to what it became
     */
    record Pair(CatalogObject from, CatalogObject renamed, CatalogObject to) {}

    /** Renamed objects that are no parts of others. */
    static List<Pair> wholes(Collection<CatalogObject> gone, Collection<CatalogObject> come) {
        return new Candidates(gone, come)
                .pairs(object -> object.key().relation() == null
                        && !(object instanceof Schema)
                        && !(object instanceof Extension));
    }

    /** Renamed parts of tables and views. */
    static List<Pair> parts(Collection<CatalogObject> gone, Collection<CatalogObject> come) {
        return new Candidates(gone, come).pairs(object -> object.key().relation() != null);
    }

    private List<Pair> pairs(Predicate<CatalogObject> wanted) {
        Set<Class<?>> classes = classes(gone, wanted);
        classes.retainAll(classes(come, wanted));
        Predicate<CatalogObject> comparable = wanted.and(object -> classes.contains(object.getClass()));
        Map<String, @Nullable CatalogObject> after = unique(come.stream().filter(comparable), comeSerials);
        var pairs = new ArrayList<Pair>();
        unique(gone.stream().filter(comparable), goneSerials).forEach((print, from) -> {
            CatalogObject to = after.get(print);
            if (from != null && to != null && isCertain(from, to)) {
                CatalogObject renamed = Renames.renamed(from, to, goneSerials.renamedTo(comeSerials, from, to));
                if (withoutDefinition(renamed).equals(withoutDefinition(to))) {
                    pairs.add(new Pair(from, renamed, to));
                }
            }
        });
        return pairs;
    }

    private static Set<Class<?>> classes(Collection<CatalogObject> objects, Predicate<CatalogObject> wanted) {
        return objects.stream().filter(wanted).map(Object::getClass).collect(Collectors.toCollection(HashSet::new));
    }

    /** The objects by what they are beside their names; null where several are the same. */
    private static Map<String, @Nullable CatalogObject> unique(Stream<CatalogObject> objects, SerialColumns serials) {
        var unique = new HashMap<String, @Nullable CatalogObject>();
        objects.forEach(object -> {
            String print = print(object, serials);
            unique.put(print, unique.containsKey(print) ? null : object);
        });
        return unique;
    }

    private static String print(CatalogObject object, SerialColumns serials) {
        ObjectNode tree = CatalogForm.properties(object);
        serials.hideSequences(object, tree);
        if (isNamedInDefinition(object)) {
            tree.remove(NAMING);
        } else {
            tree.remove("name");
        }
        return object.getClass().getSimpleName() + tree;
    }

    private static ObjectNode withoutDefinition(CatalogObject object) {
        ObjectNode tree = CatalogForm.properties(object);
        if (isNamedInDefinition(object)) {
            tree.remove("definition");
        }
        return tree;
    }

    private static boolean isNamedInDefinition(CatalogObject object) {
        return object instanceof Index || object instanceof Trigger;
    }

    /** Whether an object is in another schema, and keeps its name. */
    private static boolean isMoved(CatalogObject from, CatalogObject to) {
        return from.key().name().equals(to.key().name());
    }

    private boolean isCertain(CatalogObject from, CatalogObject to) {
        if (from instanceof Table table && to instanceof Table other) {
            return isCertain(table, other);
        }
        if (from instanceof Sequence sequence) {
            return sequence.owner() != null || isMoved(from, to);
        }
        if (from instanceof EnumType type) {
            return type.labels().size() > 1;
        }
        return !(from instanceof Routine routine) || routine.body() != null;
    }

    /** Whether constraints and indexes match too, by their names, or at least by what they are if there is enough of it. */
    private boolean isCertain(Table from, Table to) {
        List<CatalogObject> before = goneParts.getOrDefault(from.name(), List.of());
        List<CatalogObject> after = comeParts.getOrDefault(to.name(), List.of());
        List<String> names = names(before);
        if (isMoved(from, to) || (!names.isEmpty() && names.equals(names(after)))) {
            return true;
        }
        boolean alike = names.stream()
                .map(name ->
                        name.replace(from.name().name().name(), to.name().name().name()))
                .sorted()
                .toList()
                .equals(names(after));
        return alike && from.columns().size() + before.size() >= DISTINCT_ENOUGH;
    }

    /** Constraints and indexes by their tables. */
    private static Map<QualifiedName, List<CatalogObject>> parts(Collection<CatalogObject> objects) {
        var parts = new HashMap<QualifiedName, List<CatalogObject>>();
        for (CatalogObject object : objects) {
            ObjectKey key = object.key();
            if ((object instanceof Constraint || object instanceof Index)
                    && key.schema() != null
                    && key.relation() != null) {
                parts.computeIfAbsent(new QualifiedName(key.schema(), key.relation()), table -> new ArrayList<>())
                        .add(object);
            }
        }
        return parts;
    }

    private static List<String> names(List<CatalogObject> parts) {
        return parts.stream().map(part -> part.key().name().name()).sorted().toList();
    }
}

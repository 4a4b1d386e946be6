package io.schemactl.catalog;

import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a database's user schemas contain, as a value: two catalogs of equally owned databases are equal if and only if the
 * schemas are.
 *
 * <p>An owner says little across databases: what one role migrates here may be another's there. So a comparison of two catalogs takes
 * an object's owner as the same on both sides if it is the same role, or if it is {@link #owner} on both.
 *
 * @param objects the objects by their keys, in the keys' order
 * @param owner the role that owns what migrations make, the main owner: that of the history table if there is one, otherwise the
 *     database's; null if the catalog does not come from a database
 */
public record Catalog(
        SortedMap<ObjectKey, CatalogObject> objects,
        @Nullable Identifier owner) {

    /** The smallest name that an object can have. */
    private static final Identifier FIRST = new Identifier("\u0001");

    /** Copies the objects. */
    public Catalog {
        objects = Collections.unmodifiableSortedMap(new TreeMap<>(objects));
    }

    /** A catalog of the given objects. */
    public static Catalog of(Collection<? extends CatalogObject> objects) {
        var sorted = new TreeMap<ObjectKey, CatalogObject>();
        objects.forEach(object -> sorted.put(object.key(), object));
        return new Catalog(sorted, null);
    }

    /** The same objects with another main owner. */
    public Catalog ownedBy(@Nullable Identifier mainOwner) {
        return new Catalog(objects, mainOwner);
    }

    /** The object with a key. */
    public <T extends CatalogObject> Optional<T> find(Class<T> type, ObjectKey key) {
        return Optional.ofNullable(objects.get(key)).filter(type::isInstance).map(type::cast);
    }

    /** The table with a name. */
    public Optional<Table> findTable(QualifiedName name) {
        return find(Table.class, ObjectKey.of(Kind.TABLE, name));
    }

    /** The objects of a type, in order. */
    public <T extends CatalogObject> Stream<T> all(Class<T> type) {
        return objects.values().stream().filter(type::isInstance).map(type::cast);
    }

    /** The parts of a kind that belong to a table or view, in order. */
    public <T extends CatalogObject> Stream<T> partsOf(QualifiedName relation, Kind kind, Class<T> type) {
        return objects.tailMap(ObjectKey.ofPart(kind, relation, FIRST)).entrySet().stream()
                .takeWhile(entry -> isPart(entry.getKey(), kind, relation))
                .map(Map.Entry::getValue)
                .filter(type::isInstance)
                .map(type::cast);
    }

    private static boolean isPart(ObjectKey key, Kind kind, QualifiedName relation) {
        return key.kind() == kind
                && relation.schema().equals(key.schema())
                && relation.name().equals(key.relation());
    }
}

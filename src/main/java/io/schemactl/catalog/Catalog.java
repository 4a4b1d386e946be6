package io.schemactl.catalog;

import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
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
 */
public final class Catalog {

    /** The smallest name that an object can have. */
    private static final Identifier FIRST = new Identifier("\u0001");

    private final SortedMap<ObjectKey, CatalogObject> objects;
    private final @Nullable Identifier owner;

    /** Follows from the objects; made when it is first asked for. */
    private volatile @Nullable Relationships relationships;

    /** Copies the objects. */
    public Catalog(SortedMap<ObjectKey, CatalogObject> objects, @Nullable Identifier owner) {
        this.objects = Collections.unmodifiableSortedMap(new TreeMap<>(objects));
        this.owner = owner;
    }

    /** A catalog of the given objects. */
    public static Catalog of(Collection<? extends CatalogObject> objects) {
        var sorted = new TreeMap<ObjectKey, CatalogObject>();
        objects.forEach(object -> sorted.put(object.key(), object));
        return new Catalog(sorted, null);
    }

    /** The objects by their keys, in the keys' order. */
    public SortedMap<ObjectKey, CatalogObject> objects() {
        return objects;
    }

    /**
     * The role that owns what migrations make, the main owner: that of the history table if there is one, otherwise the database's;
     * null if the catalog does not come from a database.
     */
    public @Nullable Identifier owner() {
        return owner;
    }

    /** Who refers to what, for questions that would otherwise be asked of all objects. */
    public Relationships relationships() {
        Relationships known = relationships;
        if (known == null) {
            known = new Relationships(objects.values());
            relationships = known;
        }
        return known;
    }

    /** The same objects with another main owner. */
    public Catalog ownedBy(@Nullable Identifier mainOwner) {
        return new Catalog(objects, mainOwner);
    }

    /** The same catalog; where it says nothing of its database and another does, with a database that is as it was made. */
    public Catalog withDatabaseOf(Catalog other) {
        ObjectKey key = Database.plain().key();
        if (objects.containsKey(key) || !other.objects.containsKey(key)) {
            return this;
        }
        var more = new TreeMap<>(objects);
        more.put(key, Database.plain());
        return new Catalog(more, owner);
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

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Catalog catalog
                && objects.equals(catalog.objects)
                && Objects.equals(owner, catalog.owner);
    }

    @Override
    public int hashCode() {
        return Objects.hash(objects, owner);
    }

    @Override
    public String toString() {
        return "Catalog[objects=%s, owner=%s]".formatted(objects, owner);
    }
}

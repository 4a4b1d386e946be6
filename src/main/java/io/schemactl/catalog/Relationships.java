package io.schemactl.catalog;

import io.schemactl.sql.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which objects of a catalog refer to others, by those others; all lists are in the order of the objects. */
public final class Relationships {

    private final Map<QualifiedName, List<Sequence>> sequences = new HashMap<>();
    private final Map<QualifiedName, List<Table>> children = new HashMap<>();
    private final Map<QualifiedName, List<Index>> attached = new HashMap<>();
    private final Map<QualifiedName, Index> indexes = new HashMap<>();
    private final Map<QualifiedName, List<ForeignKey>> foreignKeys = new HashMap<>();
    private final Set<QualifiedName> names = new HashSet<>();

    Relationships(Collection<CatalogObject> objects) {
        objects.forEach(this::add);
    }

    private void add(CatalogObject object) {
        if (object instanceof Relation relation) {
            names.add(relation.name());
        }
        if (object instanceof Sequence sequence) {
            names.add(sequence.name());
            if (sequence.owner() != null) {
                add(sequences, sequence.owner().relation(), sequence);
            }
        } else if (object instanceof Table table) {
            table.inheritance().parents().forEach(parent -> add(children, parent, table));
        } else if (object instanceof Index index) {
            names.add(index.qualifiedName());
            indexes.put(index.qualifiedName(), index);
            if (index.parent() != null) {
                add(attached, index.parent(), index);
            }
        } else if (object instanceof ForeignKey key) {
            add(foreignKeys, key.referenced(), key);
        }
    }

    private static <T> void add(Map<QualifiedName, List<T>> map, QualifiedName name, T value) {
        map.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    }

    /** The sequences that belong to a table's columns. */
    public List<Sequence> sequencesOf(QualifiedName table) {
        return List.copyOf(sequences.getOrDefault(table, List.of()));
    }

    /** The tables that inherit from a table or are partitions of it. */
    public List<Table> childrenOf(QualifiedName table) {
        return List.copyOf(children.getOrDefault(table, List.of()));
    }

    /** The indexes that are attached to a partitioned index. */
    public List<Index> attachedTo(QualifiedName index) {
        return List.copyOf(attached.getOrDefault(index, List.of()));
    }

    /** The index with a name; none or one. */
    public List<Index> indexes(QualifiedName name) {
        Index index = indexes.get(name);
        return index == null ? List.of() : List.of(index);
    }

    /** The foreign keys that refer to a table. */
    public List<ForeignKey> foreignKeysTo(QualifiedName table) {
        return List.copyOf(foreignKeys.getOrDefault(table, List.of()));
    }

    /** Whether a table, view, sequence or index has a name. */
    public boolean isTaken(QualifiedName name) {
        return names.contains(name);
    }
}

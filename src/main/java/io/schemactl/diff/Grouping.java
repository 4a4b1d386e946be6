package io.schemactl.diff;

import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.Index;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Sequence;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Arranges differences for people. */
final class Grouping {

    private static final Comparator<@Nullable Identifier> NAMES = Comparator.nullsFirst(Comparator.naturalOrder());

    /** Tables and views with their parts together. */
    static final Comparator<Difference> ORDER = Comparator.comparing(
            Difference::key,
            Comparator.comparing(Grouping::kind)
                    .thenComparing(ObjectKey::schema, NAMES)
                    .thenComparing(Grouping::whole, NAMES)
                    .thenComparing(Comparator.naturalOrder()));

    /** Properties of indexes that their constraints decide. */
    private static final Set<String> OF_CONSTRAINTS =
            Set.of("method", "keys", "include", "predicate", "uniqueness", "definition");

    private final Map<ObjectKey, Difference> byKey = new HashMap<>();

    Grouping(List<Difference> differences) {
        differences.forEach(difference -> byKey.put(difference.key(), difference));
    }

    private static Kind kind(ObjectKey key) {
        return key.relation() != null || key.kind() == Kind.VIEW ? Kind.TABLE : key.kind();
    }

    private static Identifier whole(ObjectKey key) {
        return key.relation() == null ? key.name() : key.relation();
    }

    /** Whether PostgreSQL does the same to an object when it does it to another one. */
    boolean follows(Difference difference) {
        if (difference instanceof Difference.Changed changed && changed.to() instanceof Index) {
            return byKey.get(cause(changed.to())) instanceof Difference.Changed
                    && changed.changes().stream()
                            .allMatch(change ->
                                    OF_CONSTRAINTS.contains(change.path().get(0)));
        }
        if (difference instanceof Difference.Added added) {
            return byKey.get(cause(added.object())) instanceof Difference.Added;
        }
        return difference instanceof Difference.Removed removed
                && byKey.get(cause(removed.object())) instanceof Difference.Removed;
    }

    /** The object that an object comes and goes with: a constraint, or the table of an identity column. */
    private static @Nullable ObjectKey cause(CatalogObject object) {
        if (object instanceof Index index && index.constraint() != null) {
            return ObjectKey.ofPart(Kind.CONSTRAINT, index.relation(), index.constraint());
        }
        if (object instanceof Sequence sequence
                && sequence.owner() != null
                && sequence.owner().identity()) {
            QualifiedName table = sequence.owner().relation();
            return ObjectKey.of(Kind.TABLE, table);
        }
        return null;
    }
}

package io.schemactl.diff.ddl;

import io.schemactl.catalog.Constraint;
import io.schemactl.catalog.Index;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Constraints of partitions whose indexes are attached to an index of the partitioned table that is itself no constraint's. PostgreSQL
 * drops neither of the two before the other, only both at once.
 */
public final class AttachedConstraints {

    private AttachedConstraints() {}

    /** Whether such constraints go with an index. */
    static boolean areOf(Index index, Context context) {
        return of(index, context).findAny().isPresent();
    }

    /** The indexes and keys of partitioned tables that cannot stay, because a partition's that is attached to them does not. */
    public static Set<ObjectKey> inTheWay(Context context) {
        return context.from()
                .all(Index.class)
                .filter(index -> context.stays(index.key()) && !isExclusive(index, context))
                .filter(index -> attached(index, context).anyMatch(each -> !isKept(each, context)))
                .map(AttachedConstraints::whole)
                .collect(Collectors.toSet());
    }

    /** Whether PostgreSQL makes what partitions have of an index each time that they come. */
    private static boolean isExclusive(Index index, Context context) {
        return index.constraint() != null
                && context.from().find(Constraint.class, whole(index)).stream().anyMatch(Exclusive::fits);
    }

    private static ObjectKey whole(Index index) {
        return index.constraint() == null
                ? index.key()
                : ObjectKey.ofPart(Kind.CONSTRAINT, index.relation(), index.constraint());
    }

    private static Stream<Constraint> of(Index index, Context context) {
        return index.constraint() == null
                ? attached(index, context)
                        .flatMap(each -> Stream.ofNullable(each.constraint())
                                .map(name -> ObjectKey.ofPart(Kind.CONSTRAINT, each.relation(), name)))
                        .flatMap(key -> context.from().find(Constraint.class, key).stream())
                : Stream.empty();
    }

    private static Stream<Index> attached(Index index, Context context) {
        return Hazards.isPartitioned(context, index.relation())
                ? ConstraintIndexes.withAttached(index, context).stream()
                        .flatMap(part -> context.from().find(Index.class, part.object()).stream())
                        .filter(each -> !each.key().equals(index.key()))
                : Stream.empty();
    }

    private static boolean isKept(Index index, Context context) {
        return context.stays(index.key())
                && context.to().find(Index.class, index.key()).stream()
                        .anyMatch(after -> IndexChanges.isSameBuild(index, after)
                                && Objects.equals(index.parent(), after.parent())
                                && (index.constraint() == null
                                        || index.constraint().equals(after.constraint())));
    }
}

package io.schemactl.diff.ddl;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.Constraint;
import io.schemactl.catalog.Index;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Part;
import io.schemactl.diff.Statement;
import io.schemactl.sql.QualifiedName;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What constraints that are implemented by indexes have in common: the index is a part of the constraint. */
final class ConstraintIndexes {

    private ConstraintIndexes() {}

    /** The index that implements a constraint. */
    static Optional<Index> find(Catalog catalog, Constraint constraint) {
        return catalog.find(Index.class, indexKey(constraint));
    }

    private static ObjectKey indexKey(Constraint constraint) {
        return ObjectKey.ofPart(Kind.INDEX, constraint.relation(), constraint.name());
    }

    /** Whether a constraint's index is there before, alone; a partitioned index cannot become a constraint's. */
    static boolean isPromoted(Index index, Context context) {
        return context.from()
                .find(Index.class, index.key())
                .filter(before -> before.constraint() == null
                        && before.state().equals(index.state())
                        && (before.parent() == null || keepsParent(before, index, context))
                        && IndexChanges.isSameBuild(before, index)
                        && !context.forced().replaced().contains(index.key())
                        && !Hazards.isPartitioned(context, index.relation()))
                .isPresent();
    }

    private static boolean keepsParent(Index before, Index after, Context context) {
        QualifiedName parent = Objects.requireNonNull(before.parent());
        return parent.equals(after.parent())
                && context.from().relationships().indexes(parent).stream().allMatch(each -> context.stays(each.key()));
    }

    /** A constraint and its index. */
    static Set<Part> parts(Constraint constraint) {
        return Set.of(Part.of(constraint.key()), Part.of(indexKey(constraint)));
    }

    /** The step that drops a constraint, and those of partitions with it; none if it is such a one. */
    static List<Step> drop(Constraint constraint, Context context) {
        if (isAttached(constraint, context) && !isDetached(constraint, context)) {
            return List.of();
        }
        Set<Part> takes = new HashSet<>(parts(constraint));
        find(context.from(), constraint).ifPresent(index -> addAttached(index, context, takes));
        Statement statement = Constraints.locking(constraint, Constraints.dropping(constraint), context);
        var step = new Step(List.of(statement), Set.of(), takes);
        return List.of(
                isAttached(constraint, context)
                        ? step.after(Set.of(PartitionSteps.detachment(ObjectKey.of(Kind.TABLE, constraint.relation()))))
                        : step);
    }

    /** Whether a constraint goes with one of the table above, or with an index of that table that is no constraint's. */
    private static boolean isAttached(Constraint constraint, Context context) {
        return constraint.standing().inherited()
                || find(context.from(), constraint)
                        .filter(index -> index.parent() != null)
                        .isPresent();
    }

    private static boolean isDetached(Constraint constraint, Context context) {
        return find(context.from(), constraint)
                .filter(index -> IndexChanges.isDetached(index, context))
                .isPresent();
    }

    /** Partitions that go themselves, or are detached, lose what they have before. */
    private static void addAttached(Index parent, Context context, Set<Part> parts) {
        context.from().relationships().attachedTo(parent.qualifiedName()).forEach(index -> {
            boolean stays = context.stays(ObjectKey.of(Kind.TABLE, index.relation()));
            if (!stays || IndexChanges.isDetached(index, context)) {
                return;
            }
            parts.add(Part.of(index.key()));
            if (index.constraint() != null) {
                parts.add(Part.of(ObjectKey.ofPart(Kind.CONSTRAINT, index.relation(), index.constraint())));
            }
            addAttached(index, context, parts);
        });
    }

    /** An index, and those of partitions that are attached to it, with their constraints. */
    static Set<Part> withAttached(Index index, Context context) {
        Set<Part> parts = new HashSet<>(Set.of(Part.of(index.key())));
        addAttached(index, context, parts);
        return parts;
    }

    /** No step if there are no statements; otherwise a step that changes a constraint in place. */
    static List<Step> changes(Constraint from, Constraint to, List<Statement> statements) {
        if (statements.isEmpty() && from.key().equals(to.key())) {
            return List.of();
        }
        Set<Part> takes = from.key().equals(to.key()) ? Set.of() : parts(from);
        return List.of(new Step(statements, parts(to), takes));
    }
}

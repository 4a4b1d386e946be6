package io.schemactl.diff.ddl;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.Constraint;
import io.schemactl.catalog.ExclusionConstraint;
import io.schemactl.catalog.Index;
import io.schemactl.catalog.KeyConstraint;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Part;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Constraints whose indexes exclude by operators: exclusion constraints, and keys {@code WITHOUT OVERLAPS}. PostgreSQL does not compare
 * such indexes, so that a partition's cannot be attached: the partitioned table's is made together with those of its partitions, which
 * get their names afterwards.
 */
final class Exclusive {

    private Exclusive() {}

    static boolean fits(Constraint constraint) {
        return constraint instanceof ExclusionConstraint
                || (constraint instanceof KeyConstraint key && key.withoutOverlaps());
    }

    /** Whether a partition gets a constraint from the partitioned table. */
    static boolean isFromAbove(Constraint constraint, Context context) {
        return fits(constraint) && findParent(constraint, context).isPresent();
    }

    /** Whether a partition has a constraint from a partitioned table that keeps it. */
    static boolean isKeptAbove(Constraint constraint, Context context) {
        return fits(constraint)
                && findParent(constraint, context.from())
                        .filter(parent -> findParent(parent, context.from()).isPresent()
                                ? isKeptAbove(parent, context)
                                : context.stays(parent.key()))
                        .isPresent();
    }

    private static Optional<Constraint> findParent(Constraint constraint, Context context) {
        return findParent(constraint, context.to());
    }

    private static Optional<Constraint> findParent(Constraint constraint, Catalog catalog) {
        return ConstraintIndexes.find(catalog, constraint)
                .flatMap(index -> Optional.ofNullable(index.parent()))
                .flatMap(name -> catalog.relationships().indexes(name).stream().findFirst())
                .flatMap(parent -> constraintOf(parent, catalog));
    }

    private static Optional<Constraint> constraintOf(Index index, Catalog catalog) {
        return Optional.ofNullable(index.constraint())
                .flatMap(name ->
                        catalog.find(Constraint.class, ObjectKey.ofPart(Kind.CONSTRAINT, index.relation(), name)));
    }

    /** The step that gives a constraint of a partition its name, when it is there. */
    static Step naming(Constraint constraint, Context context) {
        Constraint parent = findParent(constraint, context).orElseThrow();
        return CopyName.step(
                constraint, parent, ConstraintIndexes.parts(constraint), ConstraintIndexes.parts(parent), context);
    }

    /** The parts of a table's constraints that it gets only when it is attached. */
    static Stream<Part> fromAbove(Stream<? extends Constraint> constraints, Context context) {
        return constraints
                .filter(constraint -> isFromAbove(constraint, context))
                .flatMap(constraint -> ConstraintIndexes.parts(constraint).stream());
    }
}

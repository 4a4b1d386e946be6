package io.schemactl.diff.ddl;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.CheckConstraint;
import io.schemactl.catalog.Constraint.Standing;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Part;
import io.schemactl.catalog.Table;
import io.schemactl.diff.Hazard;
import io.schemactl.diff.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Commands about checks of tables. A check that only comes from a table above comes, goes and changes with that one. */
final class CheckConstraintDdl implements Ddl<CheckConstraint> {

    @Override
    public String name(CheckConstraint check) {
        return Constraints.name(check);
    }

    @Override
    public List<Step> create(CheckConstraint check, Context context) {
        if (check.standing().inherited() && !PartitionSteps.isAttachedLater(check.relation(), context)) {
            refuseArrival(check, context);
            return isValidatedAlone(check, context) ? List.of(validationAlone(check, context)) : List.of();
        }
        return List.of(
                Step.making(Part.of(check.key()), additions(check, context).toArray(Statement[]::new))
                        .after(namesakes(check, context)));
    }

    /** A parent demands of a new child that it has its checks, which then are the child's own for ever. */
    private void refuseArrival(CheckConstraint check, Context context) {
        Optional<Table> earlier = context.from().findTable(check.relation());
        boolean isDemanded = earlier.isPresent()
                && above(check, context.to())
                        .anyMatch(
                                other -> !earlier.get().inheritance().parents().contains(other.relation())
                                        && context.stays(other.key()));
        if (isDemanded) {
            throw new Unmigratable("%s of %s: it would be the table's own, and cannot become one that is only inherited"
                    .formatted(
                            "check " + check.name().display(), check.relation().display()));
        }
    }

    /** The checks of its name that must be gone: the one above that gave it to the table, and those below that are their own. */
    private static List<Part> namesakes(CheckConstraint check, Context context) {
        return Stream.concat(
                        above(check, context.from()),
                        Lineage.staying(check.relation(), context)
                                .flatMap(child -> context
                                        .from()
                                        .find(
                                                CheckConstraint.class,
                                                ObjectKey.ofPart(Kind.CONSTRAINT, child.name(), check.name()))
                                        .stream())
                                .filter(below -> !below.standing().inherited()
                                        && context.forced().replaced().contains(below.key())))
                .map(other -> Part.of(other.key()))
                .toList();
    }

    private static List<Statement> additions(CheckConstraint check, Context context) {
        String definition = Constraints.adding(check, definition(check));
        Hazard.Type[] scan = check.standing().validated() && check.standing().enforced()
                ? new Hazard.Type[] {Hazard.Type.TABLE_SCAN, Hazard.Type.MAY_FAIL}
                : new Hazard.Type[0];
        return Constraints.additions(
                check,
                Constraints.locking(check, definition + Constraints.standing(check), context, scan),
                Constraints.locking(check, definition + " NOT VALID", context),
                context);
    }

    private static String definition(CheckConstraint check) {
        return "CHECK " + Clauses.parenthesized(check.expression()) + (check.noInherit() ? " NO INHERIT" : "");
    }

    @Override
    public List<Step> drop(CheckConstraint check, Context context) {
        return Constraints.drop(check, context);
    }

    @Override
    public Optional<List<Step>> alter(CheckConstraint from, CheckConstraint to, Context context) {
        Standing before = from.standing();
        Standing after = to.standing();
        boolean isAttached = PartitionSteps.isAttachedLater(to.relation(), context);
        if (isAttached && !definition(from).equals(definition(to))) {
            return Optional.empty();
        }
        if (after.inherited() && (before.inherited() || isAttached)) {
            return Optional.of(changesFromAbove(from, to, context));
        }
        if (after.inherited()) {
            if (above(to, context.from()).findAny().isEmpty()) {
                return Optional.empty();
            }
            throw new Unmigratable(name(to), "inheritance");
        }
        boolean isMoved = Constraints.isMoved(from, to, context);
        if (before.inherited() && !isMoved && (isOfPartition(to, context) || losesOrigin(to, context))) {
            // What a partition has goes with the partitioned table's, whoever added it.
            return Optional.empty();
        }
        boolean isWeaker = before.validated() && !after.validated();
        if (!definition(from).equals(definition(to)) || before.enforced() != after.enforced() || isWeaker) {
            return Optional.empty();
        }
        List<Statement> statements = new ArrayList<>();
        Constraints.renaming(from, to, context).ifPresent(statements::add);
        if (before.inherited() && !isMoved) {
            // A check that is added where an equal one is inherited becomes the table's own too.
            statements.add(Constraints.locking(to, Constraints.adding(to, definition(to)), context));
        } else if (!before.validated() && after.validated()) {
            statements.add(Constraints.validation(to, context));
        }
        return Optional.of(Steps.changes(from.key(), to.key(), statements));
    }

    /** What is left to do when the check of the table above has been seen to. */
    private List<Step> changesFromAbove(CheckConstraint from, CheckConstraint to, Context context) {
        boolean comesAnew = above(to, context.to())
                .anyMatch(after -> context.from()
                        .find(CheckConstraint.class, after.key())
                        .flatMap(before -> alter(before, after, context))
                        .isEmpty());
        if (from.standing().validated() && !to.standing().validated() && !comesAnew) {
            throw new Unmigratable(name(to), "NOT VALID");
        }
        boolean isOpen = comesAnew || !from.standing().validated();
        return isOpen && isValidatedAlone(to, context) ? List.of(validationAlone(to, context)) : List.of();
    }

    /** Whether all rows of a table are known to keep to a check, though not those of the table that it comes from. */
    private static boolean isValidatedAlone(CheckConstraint check, Context context) {
        return check.standing().validated()
                && check.standing().enforced()
                && above(check, context.to())
                        .anyMatch(other -> !other.standing().validated());
    }

    private static Step validationAlone(CheckConstraint check, Context context) {
        return Step.making(Part.of(check.key()), Constraints.validation(check, context))
                .after(above(check, context.to())
                        .map(other -> Part.of(other.key()))
                        .toList());
    }

    /** The checks of the tables above that pass on a check. */
    private static Stream<CheckConstraint> above(CheckConstraint check, Catalog catalog) {
        return catalog.findTable(check.relation()).stream()
                .flatMap(table -> table.inheritance().parents().stream())
                .flatMap(parent ->
                        catalog
                                .find(CheckConstraint.class, ObjectKey.ofPart(Kind.CONSTRAINT, parent, check.name()))
                                .stream());
    }

    private static boolean losesOrigin(CheckConstraint check, Context context) {
        return above(check, context.from()).anyMatch(other -> !context.stays(other.key()));
    }

    private static boolean isOfPartition(CheckConstraint check, Context context) {
        return context.to()
                .findTable(check.relation())
                .filter(table -> table.inheritance().partitionBound() != null)
                .isPresent();
    }
}

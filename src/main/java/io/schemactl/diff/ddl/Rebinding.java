package io.schemactl.diff.ddl;

import io.schemactl.catalog.Constraint;
import io.schemactl.catalog.ForeignKey;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Part;
import io.schemactl.catalog.Table;
import io.schemactl.diff.Statement;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Partitions of one table that get other bounds. All leave before any comes back, as one may need what another leaves, and nothing else
 * is done between the two, in one transaction: whoever asks for their rows waits, and finds them.
 */
public final class Rebinding {

    private final List<Table> partitions;
    private final Context context;

    private Rebinding(QualifiedName parent, Context context) {
        this.context = context;
        // The partition for all other rows comes last, lest it is read for each that comes after it.
        this.partitions = context.to().relationships().childrenOf(parent).stream()
                .filter(table -> contains(table.name(), context))
                .sorted(Comparator.comparing(PartitionSteps::isDefault).thenComparing(Table::key))
                .toList();
    }

    /** Whether a table is, before and after, a partition of the same table, but for other rows. */
    static boolean contains(QualifiedName name, Context context) {
        return context.stays(ObjectKey.of(Kind.TABLE, name))
                && context.from().findTable(name).stream()
                        .anyMatch(
                                before -> context.to().findTable(name).stream().anyMatch(after -> fits(before, after)));
    }

    private static boolean fits(Table before, Table after) {
        Table.Inheritance old = before.inheritance();
        Table.Inheritance wanted = after.inheritance();
        return old.partitionBound() != null
                && wanted.partitionBound() != null
                && !old.partitionBound().equals(wanted.partitionBound())
                && old.parents().equals(wanted.parents())
                && !old.detachPending()
                && !wanted.detachPending();
    }

    /** The step for a partition and its siblings; none if another of them has it. */
    static List<Step> steps(Table to, Context context) {
        var rebinding = new Rebinding(to.inheritance().parents().get(0), context);
        return rebinding.partitions.get(0).name().equals(to.name()) ? rebinding.steps() : List.of();
    }

    /** Checks come before the keys go that are in the way, lest those are missed for longer than it must be. */
    private List<Step> steps() {
        List<PartitionCheck> checks = partitions.stream()
                .flatMap(each -> PartitionCheck.findForRebound(each, context).stream())
                .toList();
        boolean isApart = !checks.isEmpty()
                && context.from()
                        .all(ForeignKey.class)
                        .anyMatch(key -> attachments(key, context).stream().anyMatch(this::isOwn));
        List<Statement> statements = new ArrayList<>();
        checks.forEach(check -> statements.addAll(check.before()));
        Step checking = new Step(
                statements, partitions.stream().map(each -> checked(each.key())).collect(Collectors.toSet()), Set.of());
        return isApart
                ? List.of(checking, step(List.of(), checks, checking.makes()))
                : List.of(step(statements, checks, Set.of()));
    }

    private boolean isOwn(Part attachment) {
        return partitions.stream().anyMatch(each -> each.key().equals(attachment.object()));
    }

    private Step step(List<Statement> before, List<PartitionCheck> checks, Set<Part> earlier) {
        Set<Part> after = new HashSet<>(earlier);
        partitions.forEach(each -> after.addAll(PartitionSteps.needed(each, context)));
        partitions.forEach(each -> after.addAll(PartitionSteps.above(each, context)));
        partitions.forEach(each -> after.remove(PartitionSteps.detachment(each.key())));
        after.removeIf(this::isMadeLater);
        context.from()
                .all(Constraint.class)
                .filter(constraint -> !attachments(constraint, context).isEmpty())
                .forEach(constraint -> after.add(release(constraint)));
        List<Statement> statements = new ArrayList<>(before);
        statements.addAll(exchange(checks));
        return new Step(
                statements,
                partitions.stream().map(PartitionSteps::attachment).collect(Collectors.toSet()),
                partitions.stream()
                        .map(each -> PartitionSteps.detachment(each.key()))
                        .collect(Collectors.toSet()),
                after);
    }

    private List<Statement> exchange(List<PartitionCheck> checks) {
        List<Statement> statements = new ArrayList<>();
        partitions.stream()
                .flatMap(each -> context.from().findTable(each.name()).stream())
                .forEach(from -> statements.add(Detachment.statement(from, context)));
        partitions.stream()
                .flatMap(each -> copies(each.name(), context))
                .forEach(copy -> statements.add(Constraints.locking(copy, Constraints.dropping(copy), context)));
        partitions.forEach(each -> statements.addAll(PartitionSteps.leaving(each, context)));
        for (Table partition : partitions) {
            boolean isChecked = checks.stream().anyMatch(check -> check.isOf(partition));
            statements.addAll(Attachment.statements(partition, isChecked, context));
            statements.addAll(PartitionSteps.returning(partition, context));
        }
        checks.forEach(check -> statements.add(check.after()));
        partitions.stream()
                .flatMap(each -> PartitionSteps.withBelow(each.name(), context))
                .forEach(each -> statements.addAll(TriggerDdl.states(each, context)));
        return statements;
    }

    /** Whether something is a constraint, or the index of one, that partitions must not meet when they come back. */
    private boolean isMadeLater(Part part) {
        ObjectKey key = part.object();
        var constraint = new ObjectKey(Kind.CONSTRAINT, key.schema(), key.relation(), key.name(), null);
        return context.to().find(Constraint.class, constraint).stream()
                .anyMatch(each -> Exclusive.fits(each) || isAwaited(each, context));
    }

    /**
     * The constraints that cannot stay while partitions leave and come back: keys that refer to their rows, which PostgreSQL does not
     * let go, and the partitions' copies of constraints that PostgreSQL makes anew each time.
     */
    public static Set<ObjectKey> constraintsInTheWay(Context context) {
        Stream<ForeignKey> keys = context.from()
                .all(ForeignKey.class)
                .filter(key -> key.standing().enforced() && !key.standing().inherited())
                .filter(key -> !attachments(key, context).isEmpty());
        Stream<Constraint> copies = context.from()
                .all(Table.class)
                .filter(table -> contains(table.name(), context))
                .flatMap(table -> PartitionSteps.withBelow(table.name(), context))
                .flatMap(name -> copies(name, context));
        return Stream.concat(keys, copies)
                .map(Constraint::key)
                .filter(key -> context.to().objects().containsKey(key))
                .collect(Collectors.toSet());
    }

    /** A partition's copies of constraints that are there as long as those of the partitioned table, which stay. */
    static Stream<Constraint> copies(QualifiedName partition, Context context) {
        return context.from()
                .partsOf(partition, Kind.CONSTRAINT, Constraint.class)
                .filter(constraint -> Exclusive.isKeptAbove(constraint, context));
    }

    /** Whether a constraint comes only after partitions have come back. */
    static boolean isAwaited(Constraint constraint, Context context) {
        return !comebacks(constraint, context).isEmpty();
    }

    /** What makes a constraint comes after the partitions have come back that it is about. */
    static Step making(Constraint constraint, Step step, Context context) {
        Set<Part> after = new HashSet<>(step.after());
        after.addAll(comebacks(constraint, context));
        return step.after(after);
    }

    /** What drops a constraint comes before partitions leave that it is about. */
    static Step taking(Constraint constraint, Step step, Context context) {
        Set<Part> takes = new HashSet<>(step.takes());
        takes.add(release(constraint));
        Set<Part> after = new HashSet<>(step.after());
        attachments(constraint, context).forEach(part -> after.add(checked(part.object())));
        return new Step(step.statements(), step.makes(), takes, after);
    }

    /** What stands for it that a partition's rows are known to fit its new bound. */
    private static Part checked(ObjectKey table) {
        return new Part(table, new Identifier("\u0001checked"), true);
    }

    /** What stands for it that a constraint is no longer in the way; another of its name may follow on it. */
    static Part release(Constraint constraint) {
        return new Part(constraint.key(), new Identifier("\u0001release"), true);
    }

    /** The places that partitions get anew before a constraint comes: they would get copies of a key twice. */
    private static Set<Part> comebacks(Constraint constraint, Context context) {
        return constraint instanceof ForeignKey key
                ? Stream.concat(attachments(key, context).stream(), attachments(key.relation(), context).stream())
                        .collect(Collectors.toSet())
                : attachments(constraint, context);
    }

    /** The places that partitions get anew, which a constraint of, or to, a partitioned table has to do with. */
    private static Set<Part> attachments(Constraint constraint, Context context) {
        if (constraint instanceof ForeignKey key) {
            return attachments(key.referenced(), context);
        }
        return Exclusive.fits(constraint) ? attachments(constraint.relation(), context) : Set.of();
    }

    private static Set<Part> attachments(QualifiedName table, Context context) {
        return context.to().relationships().childrenOf(table).stream()
                .flatMap(child -> Stream.concat(
                        contains(child.name(), context) ? Stream.of(PartitionSteps.attachment(child)) : Stream.empty(),
                        attachments(child.name(), context).stream()))
                .collect(Collectors.toSet());
    }
}

package io.schemactl.diff.ddl;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.Constraint;
import io.schemactl.catalog.ForeignKey;
import io.schemactl.catalog.Index;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Part;
import io.schemactl.catalog.Table;
import io.schemactl.diff.Hazard;
import io.schemactl.diff.Statement;
import io.schemactl.sql.QualifiedName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Attaches partitions and detaches them. */
public final class PartitionSteps {

    /** The first major version in which a partition that leaves comes to refer to each partition of another table. */
    private static final int PARTITIONS_REFERRED_TO_SINCE = 18;

    private PartitionSteps() {}

    /**
     * A partition of a parent that is there already takes its place last, so that PostgreSQL finds the indexes and constraints that
     * its parent demands of it, instead of making others with names of its own.
     */
    static Step attach(Table table, Context context) {
        QualifiedName parent = parent(table);
        Set<Part> after = new HashSet<>();
        after.addAll(TableDdl.parts(table));
        context.to().findTable(parent).map(TableDdl::parts).ifPresent(after::addAll);
        parts(context.to(), parent).forEach(after::add);
        withBelow(table.name(), context).forEach(each -> after.addAll(demanded(each, context)));
        context.from().relationships().childrenOf(parent).stream()
                .filter(each -> each.inheritance().partitionBound() != null)
                .map(each -> detachment(each.key()))
                .forEach(after::add);
        after.addAll(others(table, context));
        Optional<PartitionCheck> check =
                isAlone(table, context) ? Optional.empty() : PartitionCheck.findForNew(table, context);
        // The parent can be used meanwhile; the partition's rows are read, to see whether they belong there.
        Hazard.Type[] harms = (isAlone(table, context) || check.isPresent()) && !isReferring(table, context)
                ? new Hazard.Type[0]
                : new Hazard.Type[] {Hazard.Type.TABLE_SCAN, Hazard.Type.MAY_FAIL};
        var statement = Statement.of(
                attachSql(table),
                Stream.concat(
                                Stream.of(Hazards.on(context, table.name(), Hazards.ACCESS_EXCLUSIVE, harms)),
                                Stream.concat(referenced(table, context), besides(table, context)))
                        .toArray(Hazard[]::new));
        List<Statement> statements = new ArrayList<>();
        check.ifPresent(each -> statements.addAll(each.before()));
        statements.add(statement);
        check.ifPresent(each -> statements.add(each.after()));
        withBelow(table.name(), context).forEach(each -> statements.addAll(TriggerDdl.states(each, context)));
        return new Step(statements, Set.of(attachment(table)), Set.of(), after);
    }

    /** The partition for all other rows comes last, lest it is read for each that comes after it. */
    private static Set<Part> others(Table table, Context context) {
        Set<Part> others = new HashSet<>();
        if (isDefault(table)) {
            context.to().relationships().childrenOf(parent(table)).stream()
                    .filter(each -> !isDefault(each))
                    .forEach(each -> others.addAll(Set.of(Part.of(each.key()), attachment(each))));
        }
        return others;
    }

    static boolean isDefault(Table table) {
        return "DEFAULT".equals(table.inheritance().partitionBound());
    }

    /** The partition for all other rows, in which there must be none of those that the new one is for. */
    private static Stream<Hazard> besides(Table table, Context context) {
        return context.from().relationships().childrenOf(parent(table)).stream()
                .filter(each -> isDefault(each) && !each.name().equals(table.name()))
                .filter(each -> context.to()
                        .findTable(each.name())
                        .filter(after -> after.inheritance().equals(each.inheritance()))
                        .isPresent())
                .flatMap(each -> Stream.of(Hazards.on(
                        context, each.name(), Hazards.ACCESS_EXCLUSIVE, Hazard.Type.TABLE_SCAN, Hazard.Type.MAY_FAIL)));
    }

    /**
     * Tables that a partitioned table refers to are locked when a partition refers to them too; triggers on them go, if it did
     * before.
     */
    private static Stream<Hazard> referenced(Table table, Context context) {
        Set<QualifiedName> before = referenced(table.name(), context.from());
        return referenced(parent(table), context.to()).stream()
                .flatMap(other -> Stream.of(Hazards.on(
                        context,
                        other,
                        before.contains(other) ? Hazards.ACCESS_EXCLUSIVE : Hazards.SHARE_ROW_EXCLUSIVE)));
    }

    private static Set<QualifiedName> referenced(QualifiedName table, Catalog catalog) {
        return catalog.partsOf(table, Kind.CONSTRAINT, ForeignKey.class)
                .map(ForeignKey::referenced)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether a partition gets foreign keys from its parent that its rows were never checked for. */
    private static boolean isReferring(Table table, Context context) {
        return context.to()
                .partsOf(parent(table), Kind.CONSTRAINT, ForeignKey.class)
                .anyMatch(key -> context.from()
                        .partsOf(table.name(), Kind.CONSTRAINT, ForeignKey.class)
                        .noneMatch(own -> own.referenced().equals(key.referenced())
                                && own.columns().equals(key.columns())));
    }

    /** Whether a partition is the only one, and takes whatever comes. */
    private static boolean isAlone(Table table, Context context) {
        return isDefault(table)
                && context.to()
                                .all(Table.class)
                                .filter(each -> each.inheritance().parents().contains(parent(table)))
                                .count()
                        == 1;
    }

    /** The command that gives a partition its place. */
    static String attachSql(Table table) {
        return "ALTER TABLE ONLY %s ATTACH PARTITION %s %s"
                .formatted(
                        parent(table).quoted(),
                        table.name().quoted(),
                        table.inheritance().partitionBound());
    }

    /** Whether a partition's parent is there before and after. */
    static boolean hasOldParent(Table table, Context context) {
        return context.stays(ObjectKey.of(Kind.TABLE, parent(table)));
    }

    private static QualifiedName parent(Table table) {
        return table.inheritance().parents().get(0);
    }

    /** Detaches a partition that stays as a table; while others use its parent, if that is possible. */
    static Step detach(Table from, Table to, Context context) {
        Optional<PartitionCheck> check = PartitionCheck.findForOld(from, to, context);
        var statements = new ArrayList<Statement>();
        check.ifPresent(each -> statements.addAll(each.before()));
        statements.add(check.isPresent() ? detachConcurrently(from) : detach(from, context));
        check.ifPresent(each -> statements.add(each.after()));
        statements.addAll(NotNullName.restored(to, context));
        return new Step(statements, Set.of(Part.of(from.key())), Set.of(detachment(from.key())));
    }

    /** The tables that the partition refers to because its parent does get triggers, as it then does so itself. */
    private static Statement detach(Table from, Context context) {
        boolean arePartitionsSpared = context.majorVersion() < PARTITIONS_REFERRED_TO_SINCE;
        Stream<Hazard> referenced = referenced(from.name(), context.from()).stream()
                .filter(other -> !arePartitionsSpared || !Hazards.isPartitioned(context, other))
                .flatMap(other -> Stream.of(Hazards.on(context, other, Hazards.SHARE_ROW_EXCLUSIVE)));
        return Statement.of(
                detachSql(from) + (from.inheritance().detachPending() ? " FINALIZE" : ""),
                Stream.concat(
                                Stream.of(
                                        Hazard.accessExclusive(parent(from).display()),
                                        Hazard.accessExclusive(from.name().display())),
                                referenced)
                        .toArray(Hazard[]::new));
    }

    private static Statement detachConcurrently(Table from) {
        return new Statement(
                detachSql(from) + " CONCURRENTLY",
                List.of(Hazard.accessExclusive(from.name().display())),
                false);
    }

    private static String detachSql(Table from) {
        return "ALTER TABLE %s DETACH PARTITION %s"
                .formatted(parent(from).quoted(), from.name().quoted());
    }

    /** What stands for the place that a partition has under its parent before. */
    public static Part detachment(ObjectKey table) {
        return new Part(table, new io.schemactl.sql.Identifier("\u0001detached"), true);
    }

    /** What stands for the place that a table has under parents that others follow on, when it has all that those demand. */
    static Part move(ObjectKey table) {
        return new Part(table, new io.schemactl.sql.Identifier("\u0001moved"), true);
    }

    /** What stands for the places that the partitions have that leave a table or one below it, and stay as tables. */
    static Set<Part> detachmentsBelow(QualifiedName table, Context context) {
        Set<Part> detachments = new HashSet<>();
        for (Table child : context.from().relationships().childrenOf(table)) {
            boolean leaves = context.to()
                    .findTable(child.name())
                    .filter(after -> !after.inheritance().parents().contains(table))
                    .isPresent();
            if (leaves) {
                detachments.add(detachment(child.key()));
            } else {
                detachments.addAll(detachmentsBelow(child.name(), context));
            }
        }
        return detachments;
    }

    /** Whether a table becomes a partition when it is there already, and must bring the checks of the partitioned table. */
    public static boolean isAttachedLater(QualifiedName name, Context context) {
        Optional<Table> before = context.from().findTable(name);
        Optional<Table> after =
                context.to().findTable(name).filter(table -> table.inheritance().partitionBound() != null);
        if (after.isEmpty()) {
            return false;
        }
        List<QualifiedName> parents = after.get().inheritance().parents();
        return before.map(table -> !table.inheritance().parents().equals(parents))
                .orElseGet(() -> hasOldParent(after.get(), context));
    }

    /** What stands for a partition's place under its parent. */
    public static Part attachment(Table table) {
        return attachment(table.key());
    }

    static Part attachment(ObjectKey table) {
        return new Part(table, new io.schemactl.sql.Identifier("\u0001attached"), true);
    }

    /** A table and all partitions below it. */
    private static Stream<QualifiedName> withBelow(QualifiedName table, Context context) {
        return Stream.concat(
                Stream.of(table),
                context.to().relationships().childrenOf(table).stream()
                        .flatMap(child -> withBelow(child.name(), context)));
    }

    /** What a partition must have before its tree takes its place, lest PostgreSQL makes it. */
    private static Set<Part> demanded(QualifiedName table, Context context) {
        Set<Part> parts = parts(context.to(), table).collect(Collectors.toCollection(HashSet::new));
        Exclusive.fromAbove(context.to().partsOf(table, Kind.CONSTRAINT, Constraint.class), context)
                .forEach(parts::remove);
        return parts;
    }

    private static Stream<Part> parts(Catalog catalog, QualifiedName table) {
        return Stream.concat(
                catalog.partsOf(table, Kind.INDEX, Index.class).map(index -> Part.of(index.key())),
                catalog.partsOf(table, Kind.CONSTRAINT, Constraint.class).map(each -> Part.of(each.key())));
    }
}

package io.schemactl.diff.ddl;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.Constraint;
import io.schemactl.catalog.ForeignKey;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.Table;
import io.schemactl.diff.Hazard;
import io.schemactl.diff.Statement;
import io.schemactl.sql.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts partitions into their places, and knows what that does to the tables around them. */
final class Attachment {

    /** The first version in which tables that refer to a partitioned table are locked when it gets a partition. */
    private static final int REFERRING_LOCKED = 17;

    private Attachment() {}

    /** The statements that give a partition its place, and leave it the keys that are its own; the parent can be used meanwhile. */
    static List<Statement> statements(Table table, boolean isChecked, Context context) {
        return KeyAdoption.apart(table, statement(table, isChecked, besides(table, context), context), context);
    }

    /** The same for a partition that left only because the table above gets another place; all do, and the default one comes last. */
    static List<Statement> returning(Table table, Context context) {
        Stream<Hazard> besides = isDefaultRebound(table, context) ? besides(table, context) : Stream.empty();
        return KeyAdoption.apart(table, statement(table, false, besides, context), context);
    }

    private static boolean isDefaultRebound(Table table, Context context) {
        return context.to().relationships().childrenOf(PartitionSteps.parent(table)).stream()
                .anyMatch(each -> PartitionSteps.isDefault(each) && Rebinding.contains(each.name(), context));
    }

    private static Statement statement(Table table, boolean isChecked, Stream<Hazard> besides, Context context) {
        List<Hazard.Type> harms = new ArrayList<>();
        if (!isAlone(table, context) && !isEmptied(table, context)) {
            // The partition's rows are read, to see whether they belong there.
            harms.addAll(isChecked ? List.of() : List.of(Hazard.Type.TABLE_SCAN, Hazard.Type.MAY_FAIL));
            harms.addAll(
                    isIndexed(table, context) ? List.of(Hazard.Type.INDEX_BUILD, Hazard.Type.MAY_FAIL) : List.of());
        }
        return Statement.of(
                PartitionSteps.attachSql(table),
                Stream.concat(
                                Stream.of(Hazards.on(
                                        context,
                                        table.name(),
                                        Hazards.ACCESS_EXCLUSIVE,
                                        harms.toArray(Hazard.Type[]::new))),
                                Stream.of(referenced(table, context), referring(table, context), besides)
                                        .flatMap(Function.identity()))
                        .toArray(Hazard[]::new));
    }

    /** Whether a table has left all partitions with rows for the time of its move. */
    private static boolean isEmptied(Table table, Context context) {
        Set<QualifiedName> left =
                PartitionSteps.numbered(table, context).map(Table::name).collect(Collectors.toSet());
        return !left.isEmpty()
                && context.from().relationships().childrenOf(table.name()).stream()
                        .filter(child -> context.stays(child.key()) && !left.contains(child.name()))
                        .noneMatch(child -> hasRows(child, context.from()));
    }

    /** Whether a table has rows of its own, or one below it. */
    static boolean hasRows(Table table, Catalog catalog) {
        return table.form() != Table.Form.PARTITIONED
                || catalog.relationships().childrenOf(table.name()).stream().anyMatch(each -> hasRows(each, catalog));
    }

    /** Whether indexes that a table gets when it is attached are built of its rows. */
    static boolean isIndexed(Table table, Context context) {
        if (Rebinding.contains(table.name(), context)) {
            return Rebinding.copies(table.name(), context).findAny().isPresent();
        }
        return Exclusive.fromAbove(context.to().partsOf(table.name(), Kind.CONSTRAINT, Constraint.class), context)
                .findAny()
                .isPresent();
    }

    /** The partition for all other rows, in which there must be none of those that the new one is for. */
    private static Stream<Hazard> besides(Table table, Context context) {
        boolean isRebound = Rebinding.contains(table.name(), context);
        return context.to().relationships().childrenOf(PartitionSteps.parent(table)).stream()
                .filter(each -> PartitionSteps.isDefault(each) && !each.name().equals(table.name()))
                .filter(each -> Rebinding.contains(each.name(), context)
                        ? !isRebound
                        : context.from()
                                .findTable(each.name())
                                .filter(before -> before.inheritance().equals(each.inheritance()))
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
        context.to()
                .partsOf(table.name(), Kind.CONSTRAINT, ForeignKey.class)
                .filter(key -> ForeignKeyDdl.isBrought(key, context))
                .forEach(key -> before.add(key.referenced()));
        // Keys that are new come after partitions that get other bounds.
        boolean isRebound = Rebinding.contains(table.name(), context);
        Set<QualifiedName> above = context.to()
                .partsOf(PartitionSteps.parent(table), Kind.CONSTRAINT, ForeignKey.class)
                .filter(key -> !isRebound || context.stays(key.key()))
                .map(ForeignKey::referenced)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return above.stream()
                .flatMap(other -> Stream.of(Hazards.on(
                        context,
                        other,
                        before.contains(other) ? Hazards.ACCESS_EXCLUSIVE : Hazards.SHARE_ROW_EXCLUSIVE)));
    }

    /** Tables that refer to the partitioned table, and to the new partition with it. */
    private static Stream<Hazard> referring(Table table, Context context) {
        return context.majorVersion() < REFERRING_LOCKED
                ? Stream.empty()
                : Detachment.keysTo(table, context.to())
                        .filter(key -> context.stays(key.key()))
                        .flatMap(key -> Stream.of(Hazards.on(context, key.relation(), Hazards.SHARE_ROW_EXCLUSIVE)));
    }

    private static Set<QualifiedName> referenced(QualifiedName table, Catalog catalog) {
        return catalog.partsOf(table, Kind.CONSTRAINT, ForeignKey.class)
                .map(ForeignKey::referenced)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether a partition is the only one when it is attached, and takes whatever comes. */
    static boolean isAlone(Table table, Context context) {
        Optional<Table> above = context.to().findTable(PartitionSteps.parent(table));
        return PartitionSteps.isDefault(table)
                && context.to().relationships().childrenOf(PartitionSteps.parent(table)).stream()
                        .allMatch(each -> each.name().equals(table.name()) || comesAfter(each, table, context))
                && above.filter(each -> takesEverything(each, context)).isPresent();
    }

    /** Whether a table takes whatever comes, also in the end. */
    private static boolean takesEverything(Table table, Context context) {
        return table.inheritance().partitionBound() == null
                || (PartitionSteps.isDefault(table)
                        && context.to()
                                        .relationships()
                                        .childrenOf(PartitionSteps.parent(table))
                                        .size()
                                == 1
                        && context.to().findTable(PartitionSteps.parent(table)).stream()
                                .anyMatch(each -> takesEverything(each, context)));
    }

    /** Whether a partition is not there yet when another gets its place: those that get other bounds come first. */
    private static boolean comesAfter(Table partition, Table other, Context context) {
        return Rebinding.contains(other.name(), context)
                && context.from()
                        .findTable(partition.name())
                        .filter(before -> before.inheritance()
                                .parents()
                                .equals(partition.inheritance().parents()))
                        .isEmpty();
    }
}

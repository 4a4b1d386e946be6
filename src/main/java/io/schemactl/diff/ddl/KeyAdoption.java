package io.schemactl.diff.ddl;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.Constraint;
import io.schemactl.catalog.Deferral;
import io.schemactl.catalog.ForeignKey;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.Part;
import io.schemactl.catalog.Table;
import io.schemactl.diff.Statement;
import io.schemactl.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Foreign keys of partitions that are equal to one that the partitioned table gets. PostgreSQL makes its copies of them, and does not
 * read the rows of partitions that have one; those that shall stay the partition's own must differ for that moment.
 */
final class KeyAdoption {

    /** The version from which on keys become copies that are {@code NOT VALID}. */
    private static final int UNCHECKED_SINCE = 18;

    private final ForeignKey key;
    private final Context context;

    /** What a new key of a partitioned table adopts. */
    KeyAdoption(ForeignKey key, Context context) {
        this.key = key;
        this.context = context;
    }

    /** Whether a partition has a key of its own beside an equal copy, which it would become if it were there before. */
    static boolean isKeptApart(ForeignKey key, Context context) {
        return !key.standing().inherited()
                && PartitionSteps.isAttachedLater(key.relation(), context)
                && above(key, context.to()).anyMatch(other -> Constraints.isLike(key, other));
    }

    /** The foreign keys of the tables directly above, of which a partition has copies. */
    static Stream<ForeignKey> above(ForeignKey key, Catalog catalog) {
        return parents(key.relation(), catalog)
                .flatMap(parent -> catalog.partsOf(parent, Kind.CONSTRAINT, ForeignKey.class));
    }

    private static Stream<QualifiedName> parents(QualifiedName table, Catalog catalog) {
        return catalog.findTable(table).stream().flatMap(each -> each.inheritance().parents().stream());
    }

    /**
     * What must be there, or gone, before a key comes: equal ones above, of which it is no copy, and below, which are none of it; and
     * partitions that leave, whose rows it is not about.
     */
    Set<Part> after() {
        Stream<ForeignKey> originals = ancestors(key.relation())
                .flatMap(table -> context.to().partsOf(table, Kind.CONSTRAINT, ForeignKey.class))
                .filter(other -> !other.standing().inherited() && isEqual(other));
        Stream<ForeignKey> leaving = below(key.relation())
                .flatMap(table -> own(table.name()))
                .filter(own -> context.to().find(ForeignKey.class, own.key()).isEmpty());
        return Stream.concat(
                        Stream.concat(originals, leaving).map(other -> Part.of(other.key())),
                        PartitionSteps.departuresBelow(key.relation(), context).stream())
                .collect(Collectors.toSet());
    }

    private Stream<QualifiedName> ancestors(QualifiedName table) {
        return parents(table, context.to()).flatMap(parent -> Stream.concat(Stream.of(parent), ancestors(parent)));
    }

    private Stream<Table> below(QualifiedName table) {
        return children(table).flatMap(child -> Stream.concat(Stream.of(child), below(child.name())));
    }

    /** The partitions that are there before, and when the key comes. */
    private Stream<Table> children(QualifiedName table) {
        return context.to().relationships().childrenOf(table).stream()
                .filter(child -> context.stays(child.key()) && !PartitionSteps.isAttachedLater(child.name(), context));
    }

    /** The equal keys that a partition has for itself before. */
    private Stream<ForeignKey> own(QualifiedName table) {
        return context.from()
                .partsOf(table, Kind.CONSTRAINT, ForeignKey.class)
                .filter(own -> !own.standing().inherited() && isEqual(own))
                .filter(own -> context.majorVersion() >= UNCHECKED_SINCE
                        || own.standing().validated());
    }

    private boolean isEqual(ForeignKey other) {
        return ForeignKeyDdl.isSame(other, key)
                && other.deferral() == key.deferral()
                && other.standing().enforced() == key.standing().enforced();
    }

    /** The keys of a partition that become copies of this one, if there are enough for those that come before it too. */
    private Stream<ForeignKey> adopted(QualifiedName table) {
        long earlier = context.to()
                .partsOf(key.relation(), Kind.CONSTRAINT, ForeignKey.class)
                .filter(other ->
                        context.from().find(Constraint.class, other.key()).isEmpty())
                .filter(other -> isEqual(other) && other.name().compareTo(key.name()) < 0)
                .count();
        return own(table)
                .filter(own -> !isKept(own)
                        && context.to().find(ForeignKey.class, own.key()).isPresent())
                .skip(earlier);
    }

    private boolean isKept(ForeignKey own) {
        return context.to().find(ForeignKey.class, own.key()).stream()
                .anyMatch(after -> !after.standing().inherited() && isEqual(after));
    }

    /** Whether a key becomes a copy, and loses its triggers on the other table. */
    boolean adopts() {
        return adopts(key.relation());
    }

    private boolean adopts(QualifiedName table) {
        return children(table).anyMatch(child -> adopted(child.name()).findAny().isPresent() || adopts(child.name()));
    }

    /** Whether rows are read; not if each partition that may have some has had such a key. */
    boolean readsRows() {
        return !Hazards.isPartitioned(context, key.relation()) || readsRowsBelow(key.relation());
    }

    private boolean readsRowsBelow(QualifiedName table) {
        return children(table)
                .filter(child ->
                        adopted(child.name()).noneMatch(own -> own.standing().validated()))
                .anyMatch(child -> child.form() == Table.Form.PARTITIONED
                        ? readsRowsBelow(child.name())
                        : child.form() == Table.Form.ORDINARY);
    }

    /** The statement that makes the key, between those that keep equal ones apart from it. */
    List<Statement> apart(Statement making) {
        return apart(kept(key.relation()), making, context);
    }

    private Stream<ForeignKey> kept(QualifiedName table) {
        return children(table)
                .flatMap(child -> Stream.concat(
                        own(child.name()).filter(this::isKept),
                        adopted(child.name()).findAny().isPresent() ? Stream.empty() : kept(child.name())));
    }

    /** The statement that gives a partition its place, between those that keep its own keys apart from equal ones above. */
    static List<Statement> apart(Table partition, Statement attaching, Context context) {
        Stream<ForeignKey> kept = context.to()
                .partsOf(PartitionSteps.parent(partition), Kind.CONSTRAINT, ForeignKey.class)
                .map(above -> new KeyAdoption(above, context))
                .flatMap(above -> above.own(partition.name()).filter(above::isKept))
                .distinct();
        return apart(kept, attaching, context);
    }

    private static List<Statement> apart(Stream<ForeignKey> kept, Statement adopting, Context context) {
        List<Statement> before = new ArrayList<>();
        List<Statement> after = new ArrayList<>();
        kept.forEach(own -> {
            boolean isDeferrable = own.deferral().isDeferrable();
            Deferral other = isDeferrable ? Deferral.NOT_DEFERRABLE : Deferral.INITIALLY_IMMEDIATE;
            before.add(ForeignKeyDdl.deferring(own, other, context));
            after.add(ForeignKeyDdl.deferring(own, own.deferral(), context));
        });
        return Stream.of(before, List.of(adopting), after).flatMap(List::stream).toList();
    }
}

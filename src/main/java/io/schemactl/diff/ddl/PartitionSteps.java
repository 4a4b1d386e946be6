package io.schemactl.diff.ddl;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.Constraint;
import io.schemactl.catalog.ForeignKey;
import io.schemactl.catalog.Index;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Part;
import io.schemactl.catalog.Table;
import io.schemactl.diff.Statement;
import io.schemactl.sql.QualifiedName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Attaches partitions and detaches them. */
public final class PartitionSteps {

    private PartitionSteps() {}

    /**
     * A partition of a parent that is there already takes its place last, so that PostgreSQL finds the indexes and constraints that
     * its parent demands of it, instead of making others with names of its own.
     */
    static Step attach(Table table, Context context) {
        Optional<PartitionCheck> check =
                Attachment.isAlone(table, context) ? Optional.empty() : PartitionCheck.findForNew(table, context);
        List<Statement> statements = new ArrayList<>();
        check.ifPresent(each -> statements.addAll(each.before()));
        statements.addAll(leaving(table, context));
        statements.addAll(Attachment.statements(table, check.isPresent(), context));
        check.ifPresent(each -> statements.add(each.after()));
        statements.addAll(returning(table, context));
        withBelow(table.name(), context).forEach(each -> statements.addAll(TriggerDdl.states(each, context)));
        Set<Part> after = new HashSet<>(needed(table, context));
        after.addAll(others(table, context));
        after.addAll(above(table, context));
        return new Step(statements, Set.of(attachment(table)), Set.of(), after);
    }

    /** What must have been made or taken away before a partition takes its place. */
    static Set<Part> needed(Table table, Context context) {
        QualifiedName parent = parent(table);
        Set<Part> needed = new HashSet<>();
        needed.addAll(TableDdl.parts(table));
        context.to().findTable(parent).map(TableDdl::parts).ifPresent(needed::addAll);
        needed.addAll(lost(table.name(), context));
        needed.addAll(lost(parent, context));
        context.from().findTable(table.name()).stream()
                .flatMap(before -> before.columns().stream())
                .filter(column -> column.identity() != null)
                .forEach(column -> needed.add(SequenceDdl.lossOfIdentity(table, column)));
        needed.addAll(detachmentsBelow(table.name(), context));
        context.from().relationships().childrenOf(table.name()).stream()
                .filter(each -> context.to().findTable(each.name()).isEmpty())
                .forEach(each -> needed.add(Part.of(each.key())));
        parts(context.to(), parent).forEach(needed::add);
        originals(parent, context).forEach(needed::add);
        withBelow(table.name(), context).forEach(each -> needed.addAll(demanded(each, context)));
        context.from().relationships().childrenOf(parent).stream()
                .filter(each -> each.inheritance().partitionBound() != null)
                .forEach(each -> needed.add(context.stays(each.key()) ? detachment(each.key()) : Part.of(each.key())));
        return needed;
    }

    /** The keys above a table of which it has copies, which its partitions get with their places. */
    private static Stream<Part> originals(QualifiedName table, Context context) {
        return context.to().findTable(table).stream()
                .flatMap(each -> each.inheritance().parents().stream())
                .flatMap(above -> Stream.concat(
                        context.to()
                                .partsOf(above, Kind.CONSTRAINT, ForeignKey.class)
                                .filter(key -> !Rebinding.isAwaited(key, context))
                                .map(key -> Part.of(key.key())),
                        originals(above, context)));
    }

    /** The columns that a table has only before. */
    private static Set<Part> lost(QualifiedName name, Context context) {
        Set<Part> lost = new HashSet<>();
        context.from().findTable(name).map(TableDdl::parts).ifPresent(lost::addAll);
        context.to().findTable(name).map(TableDdl::parts).ifPresent(lost::removeAll);
        return lost;
    }

    /**
     * Partitions below have the identity of the table above only if they are attached after it. They leave before it takes its place,
     * so that their rows are read once.
     */
    static List<Statement> leaving(Table table, Context context) {
        return numbered(table, context)
                .flatMap(each -> context.from().findTable(each.name()).stream())
                .map(each -> Detachment.statement(each, table.name(), context))
                .toList();
    }

    /** What puts them back into their places. */
    static List<Statement> returning(Table table, Context context) {
        return numbered(table, context)
                .flatMap(each -> Attachment.returning(each, context).stream())
                .toList();
    }

    /** The partitions that a table keeps when it gets another place, and those below them, if there are identities; upper ones first. */
    static Stream<Table> numbered(Table table, Context context) {
        boolean isNumbered = table.columns().stream().anyMatch(column -> column.identity() != null)
                && new Lineage(context).hasIdentityFromAbove(context.to(), table);
        return context.to().relationships().childrenOf(table.name()).stream()
                .filter(after -> isNumbered && after.inheritance().partitionBound() != null)
                .filter(after -> context.from().findTable(after.name()).stream()
                        .anyMatch(before -> before.inheritance().equals(after.inheritance())))
                .sorted(Comparator.comparing(PartitionSteps::isDefault).thenComparing(Table::key))
                .flatMap(each -> Stream.concat(Stream.of(each), numbered(each, context)));
    }

    /** What makes the place of the tables above, which says what rows may come here at all. */
    static Set<Part> above(Table table, Context context) {
        Set<Part> above = new HashSet<>();
        Optional<Table> parent = context.to().findTable(parent(table));
        while (parent.isPresent() && parent.get().inheritance().partitionBound() != null) {
            QualifiedName top = parent(parent.get());
            // A new one may have its place as soon as it is made.
            context.to()
                    .relationships()
                    .childrenOf(top)
                    .forEach(each -> above.addAll(Set.of(Part.of(each.key()), attachment(each))));
            parent = context.to().findTable(top);
        }
        return above;
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

    /** The command that gives a partition its place. */
    static String attachSql(Table table) {
        return "ALTER TABLE ONLY %s ATTACH PARTITION %s %s"
                .formatted(
                        parent(table).quoted(),
                        table.name().quoted(),
                        table.inheritance().partitionBound());
    }

    /** Whether a new partition has its place as soon as it is made; not if it needs the identity that its parent gets later. */
    static boolean isPartitionAtOnce(Table table, Context context) {
        boolean isNumbered = table.columns().stream().anyMatch(column -> column.identity() != null)
                && new Lineage(context).hasIdentityFromAbove(context.to(), table);
        return !hasOldParent(table, context) && !(isNumbered && isAttachedLater(parent(table), context));
    }

    /** Whether a partition's parent is there before and after. */
    static boolean hasOldParent(Table table, Context context) {
        return context.stays(ObjectKey.of(Kind.TABLE, parent(table)));
    }

    static QualifiedName parent(Table table) {
        return table.inheritance().parents().get(0);
    }

    /** What stands for the place that a partition has under its parent before. */
    public static Part detachment(ObjectKey table) {
        return new Part(table, new io.schemactl.sql.Identifier("\u0001detached"), true);
    }

    /** What stands for the place that a table has under parents that others follow on. */
    static Part move(ObjectKey table) {
        return new Part(table, new io.schemactl.sql.Identifier("\u0001moved"), true);
    }

    /**
     * What stands for the partitions and children of a table, and of those below it, that are dropped or detached. Their not-null
     * constraints may have names of their own, with which that of the table can get no other.
     */
    static Set<Part> departuresBelow(QualifiedName table, Context context) {
        Set<Part> departures = new HashSet<>(detachmentsBelow(table, context));
        for (Table child : context.from().relationships().childrenOf(table)) {
            if (context.to().findTable(child.name()).isEmpty()) {
                departures.add(Part.of(child.key()));
            } else if (context.to()
                    .findTable(child.name())
                    .get()
                    .inheritance()
                    .parents()
                    .contains(table)) {
                departures.addAll(departuresBelow(child.name(), context));
            }
        }
        return departures;
    }

    /** What stands for the places that the partitions have that leave a table or one below it, and stay as tables. */
    public static Set<Part> detachmentsBelow(QualifiedName table, Context context) {
        Set<Part> detachments = new HashSet<>();
        for (Table child : context.from().relationships().childrenOf(table)) {
            if (Lineage.departs(child, table, context)) {
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
                .orElseGet(() -> !isPartitionAtOnce(after.get(), context));
    }

    /** What stands for a partition's place under its parent. */
    public static Part attachment(Table table) {
        return attachment(table.key());
    }

    static Part attachment(ObjectKey table) {
        return new Part(table, new io.schemactl.sql.Identifier("\u0001attached"), true);
    }

    /** A table and all partitions below it. */
    static Stream<QualifiedName> withBelow(QualifiedName table, Context context) {
        return Stream.concat(
                Stream.of(table),
                context.to().relationships().childrenOf(table).stream()
                        .flatMap(child -> withBelow(child.name(), context)));
    }

    /** What a partition must have before its tree takes its place, lest PostgreSQL makes it. */
    private static Set<Part> demanded(QualifiedName table, Context context) {
        Set<Part> parts = parts(context.to(), table).collect(Collectors.toCollection(HashSet::new));
        // Copies of keys may get their names only then.
        context.to()
                .partsOf(table, Kind.CONSTRAINT, ForeignKey.class)
                .filter(key -> key.standing().inherited()
                        ? !ForeignKeyDdl.isBrought(key, context)
                        : KeyAdoption.isKeptApart(key, context))
                .forEach(key -> parts.remove(Part.of(key.key())));
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

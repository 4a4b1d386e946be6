package io.schemactl.diff.ddl;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.ForeignKey;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.Part;
import io.schemactl.catalog.Table;
import io.schemactl.diff.Hazard;
import io.schemactl.diff.Statement;
import io.schemactl.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes partitions out of their places. */
final class Detachment {

    private Detachment() {}

    /** Detaches a partition that stays as a table; while others use its parent, if that is possible. */
    static Step step(Table from, Table to, Context context) {
        Optional<PartitionCheck> check = PartitionCheck.findForOld(from, to, context);
        var statements = new ArrayList<Statement>();
        check.ifPresent(each -> statements.addAll(each.before()));
        statements.add(check.isPresent() ? concurrent(from, context) : statement(from, context));
        check.ifPresent(each -> statements.add(each.after()));
        statements.addAll(NotNullName.restored(to, context));
        // A key to its rows that goes must go before.
        Set<Part> after = keysTo(from, context.from()).map(Rebinding::release).collect(Collectors.toSet());
        return new Step(statements, Set.of(Part.of(from.key())), Set.of(PartitionSteps.detachment(from.key())), after);
    }

    /** The keys that refer, in a catalog, to the table that a partition belongs to, or to one above. */
    static Stream<ForeignKey> keysTo(Table partition, Catalog catalog) {
        return keysTo(partition, null, catalog);
    }

    private static Stream<ForeignKey> keysTo(Table partition, @Nullable QualifiedName top, Catalog catalog) {
        return partition.inheritance().parents().stream()
                .flatMap(parent -> Stream.concat(
                        catalog.relationships().foreignKeysTo(parent).stream()
                                .filter(key -> !key.standing().inherited()),
                        parent.equals(top)
                                ? Stream.empty()
                                : catalog.findTable(parent).stream().flatMap(above -> keysTo(above, top, catalog))));
    }

    /** The statement that takes a partition out of its place. */
    static Statement statement(Table from, Context context) {
        return statement(from, null, context);
    }

    /**
     * The same.
     *
     * @param top the table above that is itself no partition at that time; null if each is what it was
     */
    static Statement statement(Table from, @Nullable QualifiedName top, Context context) {
        List<Hazard> hazards = new ArrayList<>();
        hazards.add(Hazard.accessExclusive(PartitionSteps.parent(from).display()));
        hazards.add(Hazard.accessExclusive(from.name().display()));
        hazards.addAll(keysMadeOwn(from, context));
        // Nothing may refer to its rows, if it has any.
        Hazard.Type[] harms = Attachment.hasRows(from, context.from())
                ? new Hazard.Type[] {Hazard.Type.TABLE_SCAN, Hazard.Type.MAY_FAIL}
                : new Hazard.Type[0];
        keysTo(from, top, context.from())
                .filter(key -> context.stays(key.key()) && key.standing().enforced())
                .map(ForeignKey::relation)
                .distinct()
                .forEach(other -> hazards.addAll(List.of(Hazards.on(context, other, Hazards.ACCESS_EXCLUSIVE, harms))));
        return new Statement(sql(from) + (from.inheritance().detachPending() ? " FINALIZE" : ""), hazards, true);
    }

    private static Statement concurrent(Table from, Context context) {
        List<Hazard> hazards = new ArrayList<>();
        hazards.add(Hazard.accessExclusive(from.name().display()));
        hazards.addAll(keysMadeOwn(from, context));
        return new Statement(sql(from) + " CONCURRENTLY", hazards, false);
    }

    /** Its keys get triggers of their own on the other tables. */
    private static List<Hazard> keysMadeOwn(Table from, Context context) {
        return context.from()
                .partsOf(from.name(), Kind.CONSTRAINT, ForeignKey.class)
                .filter(key -> key.standing().inherited())
                .filter(key -> context.stays(key.key())
                        || !(Rebinding.contains(from.name(), context) || isAbove(key.referenced(), from, context)))
                .flatMap(key -> Stream.of(Hazards.on(context, key.referenced(), Hazards.SHARE_ROW_EXCLUSIVE)))
                .distinct()
                .toList();
    }

    /** Whether a table is above a partition: a key of its tree to itself has gone before, if it goes. */
    private static boolean isAbove(QualifiedName above, Table partition, Context context) {
        return partition.inheritance().parents().stream()
                .anyMatch(parent -> parent.equals(above)
                        || context.from().findTable(parent).stream().anyMatch(table -> isAbove(above, table, context)));
    }

    private static String sql(Table from) {
        return "ALTER TABLE %s DETACH PARTITION %s"
                .formatted(PartitionSteps.parent(from).quoted(), from.name().quoted());
    }
}

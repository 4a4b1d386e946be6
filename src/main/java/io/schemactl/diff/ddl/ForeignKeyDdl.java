package io.schemactl.diff.ddl;

import io.schemactl.catalog.Constraint.Standing;
import io.schemactl.catalog.Deferral;
import io.schemactl.catalog.ForeignKey;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Part;
import io.schemactl.diff.Hazard;
import io.schemactl.diff.Statement;
import io.schemactl.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Commands about foreign keys. A partition's copy of one comes, goes and changes with the partitioned table's. */
final class ForeignKeyDdl implements Ddl<ForeignKey> {

    /** The version from which on a partitioned table's foreign key may be {@code NOT VALID}. */
    private static final int NOT_VALID_PARTITIONED = 18;

    @Override
    public String name(ForeignKey key) {
        return Constraints.name(key);
    }

    @Override
    public List<Step> create(ForeignKey key, Context context) {
        List<Statement> statements = new ArrayList<>();
        if (!key.standing().inherited() || isBrought(key, context)) {
            statements.addAll(additions(key, context));
        }
        statements.addAll(Constraints.triggers(key, true, context));
        Optional<ForeignKey> original = original(key, context);
        if (original.isPresent()) {
            return List.of(named(key, original.get(), statements, context));
        }
        Set<Part> after = KeyAdoption.above(key, context.from())
                .map(other -> Part.of(other.key()))
                .collect(Collectors.toSet());
        if (!key.standing().inherited()) {
            after.addAll(new KeyAdoption(key, context).after());
        }
        if (KeyAdoption.isKeptApart(key, context)) {
            context.to().findTable(key.relation()).ifPresent(table -> after.add(PartitionSteps.attachment(table)));
        }
        return statements.isEmpty()
                ? List.of()
                : List.of(Rebinding.making(
                        key,
                        Step.making(Part.of(key.key()), statements.toArray(Statement[]::new))
                                .after(after),
                        context));
    }

    /** Whether a table with rows has a key before it becomes a partition, lest its rows are read under a lock. */
    static boolean isBrought(ForeignKey key, Context context) {
        return key.standing().inherited()
                && context.stays(ObjectKey.of(Kind.TABLE, key.relation()))
                && PartitionSteps.isAttachedLater(key.relation(), context);
    }

    /** What a copy is made of, if it has another name. */
    private static Optional<ForeignKey> original(ForeignKey key, Context context) {
        List<ForeignKey> alike = key.standing().inherited() && !isBrought(key, context)
                ? KeyAdoption.above(key, context.to())
                        .filter(other -> Constraints.isLike(key, other))
                        .toList()
                : List.of();
        return alike.stream().anyMatch(other -> other.name().equals(key.name()))
                ? Optional.empty()
                : alike.stream().findFirst();
    }

    /** A copy that has not the name of the original, which it gets if the name is free. */
    private static Step named(ForeignKey key, ForeignKey original, List<Statement> statements, Context context) {
        Step naming =
                CopyName.step(key, original, Set.of(Part.of(key.key())), Set.of(Part.of(original.key())), context);
        return new Step(
                Stream.concat(naming.statements().stream(), statements.stream()).toList(),
                naming.makes(),
                naming.takes(),
                naming.after());
    }

    /** Whether a partition's own key becomes a copy, or a copy its own; PostgreSQL itself makes a copy of an equal key. */
    private static Optional<List<Step>> changeOfPlace(ForeignKey from, ForeignKey to, Context context) {
        boolean isAdopted = to.standing().inherited()
                && isSame(from, to)
                && from.deferral() == to.deferral()
                && from.standing().validated() == to.standing().validated()
                && KeyAdoption.above(to, context.to())
                        .filter(other -> definition(other).equals(definition(to)))
                        .anyMatch(other -> context.from()
                                .find(ForeignKey.class, other.key())
                                .isEmpty());
        return isAdopted ? Optional.of(List.of()) : Optional.empty();
    }

    private static List<Statement> additions(ForeignKey key, Context context) {
        var adoption = new KeyAdoption(key, context);
        boolean reads = key.standing().validated() && key.standing().enforced() && adoption.readsRows();
        String adding = Constraints.adding(key, definition(key));
        Statement direct = locking(key, adding + Constraints.standing(key), context, reads);
        boolean isAtOnce = Hazards.isPartitioned(context, key.relation())
                && (!reads || context.majorVersion() < NOT_VALID_PARTITIONED);
        Statement notValid = locking(key, adding + " NOT VALID", context, false);
        List<Statement> statements = isAtOnce ? List.of(direct) : Constraints.additions(key, direct, notValid, context);
        // The first one adds the key; a second one validates it.
        return Stream.concat(
                        adoption.apart(statements.get(0)).stream(),
                        statements.stream().skip(1))
                .toList();
    }

    private static String definition(ForeignKey key) {
        return "FOREIGN KEY %s REFERENCES %s %s%s%s%s%s"
                .formatted(
                        columns(key.columns(), key.period()),
                        key.referenced().quoted(),
                        columns(key.referencedColumns(), key.period()),
                        key.match() == ForeignKey.Match.SIMPLE
                                ? ""
                                : " MATCH " + upper(key.match().word()),
                        action(" ON UPDATE ", key.onUpdate()),
                        action(" ON DELETE ", key.onDelete())
                                + (key.onDeleteColumns().isEmpty() ? "" : " " + Clauses.columns(key.onDeleteColumns())),
                        Clauses.deferral(key.deferral()));
    }

    private static String columns(List<Identifier> columns, boolean period) {
        if (!period) {
            return Clauses.columns(columns);
        }
        int last = columns.size() - 1;
        String keys = Clauses.columns(columns.subList(0, last));
        return keys.substring(0, keys.length() - 1) + ", PERIOD "
                + columns.get(last).quoted() + ")";
    }

    private static String action(String event, ForeignKey.Action action) {
        return action == ForeignKey.Action.NO_ACTION ? "" : event + upper(action.word());
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }

    /** Foreign keys are added under a lock, on both tables, that lets others read. */
    private static Statement locking(ForeignKey key, String command, Context context, boolean scans) {
        Hazard.Type[] scan =
                scans ? new Hazard.Type[] {Hazard.Type.TABLE_SCAN, Hazard.Type.MAY_FAIL} : new Hazard.Type[0];
        Stream<Hazard> own = Stream.of(Hazards.on(context, key.relation(), Hazards.SHARE_ROW_EXCLUSIVE, scan));
        Stream<Hazard> other = key.referenced().equals(key.relation())
                ? Stream.empty()
                : Hazards.within(
                        context.to(),
                        context,
                        key.referenced(),
                        new KeyAdoption(key, context).adopts()
                                ? Hazards.ACCESS_EXCLUSIVE
                                : Hazards.SHARE_ROW_EXCLUSIVE);
        return Statement.of(
                Constraints.alterTable(key) + command, Stream.concat(own, other).toArray(Hazard[]::new));
    }

    @Override
    public List<Step> drop(ForeignKey key, Context context) {
        Hazard[] others = key.referenced().equals(key.relation())
                ? new Hazard[0]
                : Hazards.within(context.from(), context, key.referenced(), Hazards.ACCESS_EXCLUSIVE)
                        .toArray(Hazard[]::new);
        return Constraints.drop(key, context, others).stream()
                .map(step -> Rebinding.taking(key, step, context))
                .toList();
    }

    @Override
    public Optional<List<Step>> alter(ForeignKey from, ForeignKey to, Context context) {
        boolean isInherited = to.standing().inherited();
        if (!isInherited && (!isSame(from, to) || isWeaker(from.standing(), to.standing()))) {
            return Optional.empty();
        }
        if (from.standing().inherited() != isInherited && !Constraints.isMoved(from, to, context)) {
            return changeOfPlace(from, to, context);
        }
        List<Statement> statements = new ArrayList<>();
        Constraints.renaming(from, to, context).ifPresent(statements::add);
        if (!isInherited) {
            statements.addAll(changes(from, to, context));
        }
        statements.addAll(Constraints.triggers(to, from.standing().triggersEnabled(), context));
        return Optional.of(Steps.changes(from.key(), to.key(), statements));
    }

    private static List<Statement> changes(ForeignKey from, ForeignKey to, Context context) {
        List<Statement> statements = new ArrayList<>();
        String altering = "ALTER CONSTRAINT " + to.name().quoted();
        if (from.deferral() != to.deferral()) {
            statements.add(deferring(to, to.deferral(), context));
        }
        if (from.standing().enforced() && !to.standing().enforced()) {
            statements.add(enforcement(to, altering + " NOT ENFORCED", Hazards.ACCESS_EXCLUSIVE, context));
        } else if (!from.standing().enforced() && to.standing().enforced()) {
            statements.add(enforcement(
                    to,
                    altering + " ENFORCED",
                    Hazards.SHARE_ROW_EXCLUSIVE,
                    context,
                    Hazard.Type.TABLE_SCAN,
                    Hazard.Type.MAY_FAIL));
        } else if (!from.standing().validated() && to.standing().validated()) {
            statements.add(Constraints.validation(to, context));
        }
        return statements;
    }

    /** The statement that says when a key is checked. */
    static Statement deferring(ForeignKey key, Deferral deferral, Context context) {
        String words =
                deferral.isDeferrable() ? " DEFERRABLE INITIALLY " + upper(deferral.initially()) : " NOT DEFERRABLE";
        return Constraints.locking(key, "ALTER CONSTRAINT " + key.name().quoted() + words, context);
    }

    /** A command that takes triggers from both tables, or gives them some. */
    private static Statement enforcement(
            ForeignKey key, String command, String otherLock, Context context, Hazard.Type... types) {
        Statement statement = Constraints.locking(key, command, context, types);
        Stream<Hazard> other = key.referenced().equals(key.relation())
                ? Stream.empty()
                : Stream.of(Hazards.on(context, key.referenced(), otherLock));
        return Statement.of(
                statement.sql(),
                Stream.concat(statement.hazards().stream(), other).toArray(Hazard[]::new));
    }

    /** Whether the definitions are the same but for the deferral. */
    static boolean isSame(ForeignKey from, ForeignKey to) {
        return definition(undeferred(from)).equals(definition(undeferred(to)));
    }

    private static ForeignKey undeferred(ForeignKey key) {
        return new ForeignKey(
                key.relation(),
                key.name(),
                key.columns(),
                key.referenced(),
                key.referencedColumns(),
                key.onUpdate(),
                key.onDelete(),
                key.onDeleteColumns(),
                key.match(),
                key.period(),
                Deferral.NOT_DEFERRABLE,
                key.standing(),
                key.attributes());
    }

    /** Whether rows that were checked, or will be when the key is enforced, shall count as unchecked. */
    private static boolean isWeaker(Standing from, Standing to) {
        boolean wasOrIsChecked = from.validated() || !from.enforced();
        return wasOrIsChecked && to.enforced() && !to.validated();
    }
}

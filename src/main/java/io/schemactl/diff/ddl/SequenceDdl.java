package io.schemactl.diff.ddl;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.Column;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Part;
import io.schemactl.catalog.Persistence;
import io.schemactl.catalog.Sequence;
import io.schemactl.catalog.Table;
import io.schemactl.diff.Hazard;
import io.schemactl.diff.Statement;
import io.schemactl.sql.Identifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Commands about sequences; see <a href="https://www.postgresql.org/docs/current/sql-createsequence.html">CREATE SEQUENCE</a>. The
 * sequence of an identity column comes and goes with that.
 */
final class SequenceDdl implements Ddl<Sequence> {

    @Override
    public String name(Sequence sequence) {
        return "SEQUENCE " + sequence.name().quoted();
    }

    @Override
    public List<Step> create(Sequence sequence, Context context) {
        if (isIdentity(sequence)) {
            return predecessor(sequence, context)
                    .map(old -> rename(old, sequence))
                    .orElse(List.of());
        }
        String form = sequence.persistence() == Persistence.UNLOGGED ? "UNLOGGED " : "";
        var steps = new ArrayList<Step>();
        steps.add(Step.making(
                Part.of(sequence.key()),
                Statement.of("CREATE %sSEQUENCE %s AS %s%s"
                        .formatted(form, sequence.name().quoted(), sequence.type(), options(sequence)))));
        if (sequence.owner() != null) {
            steps.add(ownership(sequence, sequence.owner()));
        }
        return steps;
    }

    @Override
    public List<Step> drop(Sequence sequence, Context context) {
        if (isIdentity(sequence)) {
            return List.of();
        }
        // Where it stands is nowhere else, and a new one would give out numbers that were given out.
        Hazard loss = Hazard.of(Hazard.Type.DATA_LOSS, sequence.name().display());
        return List.of(Step.taking(Part.of(sequence.key()), Statement.of("DROP " + name(sequence), loss)));
    }

    @Override
    public Optional<List<Step>> alter(Sequence from, Sequence to, Context context) {
        if (isIdentity(from) != isIdentity(to) || (isIdentity(to) && !Objects.equals(from.owner(), to.owner()))) {
            return Optional.empty();
        }
        var steps = new ArrayList<Step>();
        List<Statement> statements = alterations(from, to);
        if (!statements.isEmpty()) {
            steps.add(Step.changing(Part.of(to.key()), statements.toArray(Statement[]::new)));
        }
        if (!Objects.equals(from.owner(), to.owner())) {
            steps.addAll(newOwner(from, to, context));
        }
        return Optional.of(steps);
    }

    private List<Statement> alterations(Sequence from, Sequence to) {
        var statements = new ArrayList<Statement>();
        if (from.persistence() != to.persistence()) {
            statements.add(Statement.of("ALTER %s SET %s"
                    .formatted(name(to), to.persistence() == Persistence.UNLOGGED ? "UNLOGGED" : "LOGGED")));
        }
        String type = from.type().equals(to.type()) ? "" : " AS " + to.type();
        if (!type.isEmpty() || !options(from).equals(options(to))) {
            if (to.minimum() > from.minimum() || to.maximum() < from.maximum()) {
                statements.add(Statement.of(moveIntoRange(from, to)));
            }
            statements.add(Statement.of("ALTER " + name(to) + type + options(to)));
        }
        return statements;
    }

    /** A sequence must stand within its new bounds; one that was never used stands at its new start. */
    private static String moveIntoRange(Sequence from, Sequence to) {
        long low = Math.max(from.minimum(), to.minimum());
        long high = Math.min(from.maximum(), to.maximum());
        if (low > high) {
            throw new Unmigratable("sequence %s: no value is within both its old and its new bounds"
                    .formatted(to.name().display()));
        }
        long start = Math.min(Math.max(to.start(), low), high);
        return ("SELECT pg_catalog.setval('%s', CASE WHEN is_called THEN LEAST(GREATEST(last_value, %d), %d) ELSE %d END, is_called)"
                        + " FROM %s")
                .formatted(
                        to.name().quoted().replace("'", "''"),
                        low,
                        high,
                        start,
                        to.name().quoted());
    }

    /** Before the old column goes, and when the new one is there. */
    private List<Step> newOwner(Sequence from, Sequence to, Context context) {
        var steps = new ArrayList<Step>();
        if (from.owner() != null && (to.owner() == null || !isThere(from.owner(), context.to()))) {
            steps.add(new Step(
                    List.of(Statement.of("ALTER " + name(to) + " OWNED BY NONE")),
                    Set.of(),
                    Set.of(ownershipOf(column(from.owner())))));
        }
        if (to.owner() != null) {
            steps.add(ownership(to, to.owner()));
        }
        return steps;
    }

    private Step ownership(Sequence sequence, Sequence.Owner owner) {
        Part column = column(owner);
        Set<Part> after = new HashSet<>(Set.of(Part.of(sequence.key()), Part.of(column.object()), column));
        return new Step(
                List.of(Statement.of("ALTER %s OWNED BY %s.%s"
                        .formatted(
                                name(sequence),
                                owner.relation().quoted(),
                                owner.column().quoted()))),
                Set.of(),
                Set.of(),
                after);
    }

    private static Part column(Sequence.Owner owner) {
        return Part.ofColumn(ObjectKey.of(Kind.TABLE, owner.relation()), owner.column());
    }

    /** What stands for a column's hold on its sequences. */
    static Part ownershipOf(Part column) {
        return new Part(column.object(), column.column(), true);
    }

    /** The sequence of another name that the same identity column has before. */
    private static Optional<Sequence> predecessor(Sequence sequence, Context context) {
        Sequence.Owner owner = Objects.requireNonNull(sequence.owner());
        boolean stays = isThere(owner, context.to())
                && context.from()
                        .findTable(owner.relation())
                        .flatMap(table -> table.findColumn(owner.column()))
                        .map(Column::identity)
                        .isPresent();
        return context.from().relationships().sequencesOf(owner.relation()).stream()
                .filter(each -> stays && owner.equals(each.owner()))
                .findFirst();
    }

    private List<Step> rename(Sequence from, Sequence to) {
        var statements = new ArrayList<Statement>();
        if (!from.name().schema().equals(to.name().schema())) {
            throw new Unmigratable("sequence %s of an identity column cannot move to another schema without its table"
                    .formatted(from.name().display()));
        }
        statements.add(Statement.of(
                "ALTER %s RENAME TO %s".formatted(name(from), to.name().name().quoted())));
        statements.addAll(alterations(from, to));
        return List.of(new Step(statements, Set.of(Part.of(to.key())), Set.of(Part.of(from.key()))));
    }

    private static boolean isThere(Sequence.Owner owner, Catalog catalog) {
        return catalog.findTable(owner.relation())
                .flatMap(table -> table.findColumn(owner.column()))
                .isPresent();
    }

    static boolean isIdentity(Sequence sequence) {
        return sequence.owner() != null && sequence.owner().identity();
    }

    /** The sequence of an identity column, as a part; none if the catalog does not know it. */
    static Set<Part> ofIdentity(Table table, Column column, Catalog catalog) {
        return catalog.relationships().sequencesOf(table.name()).stream()
                .filter(each -> ColumnText.isInside(each, table, column))
                .map(each -> Part.of(each.key()))
                .collect(Collectors.toSet());
    }

    /** What stands for a column's being an identity no longer; its sequence may come back under the same name for another use. */
    static Part lossOfIdentity(Table table, Column column) {
        return new Part(
                table.key(), new Identifier("\u0001identity " + column.name().name()), true);
    }

    /** All options, said explicitly; in the words that identity columns take too. */
    static String options(Sequence sequence) {
        return " START WITH %d INCREMENT BY %d MINVALUE %d MAXVALUE %d CACHE %d %s"
                .formatted(
                        sequence.start(),
                        sequence.increment(),
                        sequence.minimum(),
                        sequence.maximum(),
                        sequence.cache(),
                        sequence.cycle() ? "CYCLE" : "NO CYCLE");
    }
}

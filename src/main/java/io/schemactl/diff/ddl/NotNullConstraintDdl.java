package io.schemactl.diff.ddl;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.Column;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.NotNullConstraint;
import io.schemactl.catalog.Part;
import io.schemactl.catalog.Table;
import io.schemactl.diff.Hazard;
import io.schemactl.diff.Statement;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.Literal;
import io.schemactl.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Commands about the not-null constraints that say more than a column's {@code NOT NULL}. One that only comes from a table above
 * comes, goes and changes with that one.
 */
final class NotNullConstraintDdl implements Ddl<NotNullConstraint> {

    @Override
    public String name(NotNullConstraint constraint) {
        return Constraints.name(constraint);
    }

    @Override
    public List<Step> create(NotNullConstraint constraint, Context context) {
        if (constraint.standing().inherited()) {
            return List.of();
        }
        String definition = Constraints.adding(constraint, definition(constraint));
        List<Part> above = above(constraint, context.to())
                .filter(other -> other.name().equals(constraint.name()))
                .map(other -> Part.of(other.key()))
                .toList();
        if (!above.isEmpty()) {
            // It is there, from above, and becomes the table's own as well.
            return List.of(Step.making(Part.of(constraint.key()), Constraints.locking(constraint, definition, context))
                    .after(above));
        }
        if (isRefusing(constraint, context.from()) || comesWithIdentity(constraint, context)) {
            if (constraint.standing().validated() && !constraint.noInherit()) {
                return List.of(Step.making(Part.of(constraint.key()), naming(constraint, context)));
            }
            // A column has at most one such constraint; the ordinary one, whose name nobody knows, makes room.
            String command = "ALTER COLUMN %s DROP NOT NULL, %s%s"
                    .formatted(constraint.column().quoted(), definition, Constraints.standing(constraint));
            return List.of(Step.making(
                    Part.of(constraint.key()), Constraints.locking(constraint, command, context, scan(constraint))));
        }
        List<Statement> statements = Constraints.additions(
                constraint,
                Constraints.locking(
                        constraint, definition + Constraints.standing(constraint), context, scan(constraint)),
                Constraints.locking(constraint, definition + " NOT VALID", context),
                context);
        return List.of(Step.making(Part.of(constraint.key()), statements.toArray(Statement[]::new)));
    }

    private static Hazard.Type[] scan(NotNullConstraint constraint) {
        return constraint.standing().validated()
                ? new Hazard.Type[] {Hazard.Type.TABLE_SCAN, Hazard.Type.MAY_FAIL}
                : new Hazard.Type[0];
    }

    private static String definition(NotNullConstraint constraint) {
        return "NOT NULL " + constraint.column().quoted() + (constraint.noInherit() ? " NO INHERIT" : "");
    }

    /** Whether the column is new, and refuses NULL as soon as it is there. */
    private static boolean comesWithIdentity(NotNullConstraint constraint, Context context) {
        return find(constraint, context.from()).isEmpty()
                && find(constraint, context.to()).map(Column::identity).isPresent();
    }

    private static Optional<Column> find(NotNullConstraint constraint, Catalog catalog) {
        return catalog.findTable(constraint.relation()).flatMap(table -> table.findColumn(constraint.column()));
    }

    /** Whether a catalog has the column, with an ordinary constraint. */
    private static boolean isRefusing(NotNullConstraint constraint, Catalog catalog) {
        boolean isSpecial = catalog.partsOf(constraint.relation(), Kind.CONSTRAINT, NotNullConstraint.class)
                .anyMatch(other -> other.column().equals(constraint.column()));
        return !isSpecial && find(constraint, catalog).filter(Column::notNull).isPresent();
    }

    @Override
    public List<Step> drop(NotNullConstraint constraint, Context context) {
        if (Constraints.goesFromAbove(constraint, context) || goesWithColumn(constraint, context)) {
            return List.of();
        }
        refuseInheritance(constraint, context);
        Set<Part> departures = PartitionSteps.departuresBelow(constraint.relation(), context);
        if (isRefusing(constraint, context.to())) {
            return List.of(Step.taking(
                            Part.of(constraint.key()),
                            ordinary(constraint, context).toArray(Statement[]::new))
                    .after(departures));
        }
        List<Part> after = new ArrayList<>(lostIdentity(constraint, context));
        above(constraint, context.from()).forEach(other -> after.add(Part.of(other.key())));
        after.addAll(departures);
        return Constraints.drop(constraint, context).stream()
                .map(step -> step.after(after))
                .toList();
    }

    /** A column that goes takes it along; as an identity, it could not go before. */
    private static boolean goesWithColumn(NotNullConstraint constraint, Context context) {
        return find(constraint, context.to()).isEmpty();
    }

    /** The identity of a column that stays, but ceases to be an identity, and refuses NULL as long as it is one. */
    private static Set<Part> lostIdentity(NotNullConstraint constraint, Context context) {
        Optional<Table> table = context.from().findTable(constraint.relation());
        Optional<Column> column = find(constraint, context.from());
        return table.isPresent()
                        && column.isPresent()
                        && find(constraint, context.to()).isPresent()
                ? Set.of(SequenceDdl.lossOfIdentity(table.get(), column.get()))
                : Set.of();
    }

    /** PostgreSQL has no command that leaves a table only what it has from above, or gives that another name. */
    private void refuseInheritance(NotNullConstraint constraint, Context context) {
        boolean remains = above(constraint, context.from())
                .anyMatch(other -> above(constraint, context.to())
                        .anyMatch(after -> after.key().equals(other.key())));
        if (remains) {
            throw new Unmigratable(name(constraint), "inheritance");
        }
    }

    /** The constraints that the tables above pass on to a column, as far as they say more than {@code NOT NULL}. */
    private static Stream<NotNullConstraint> above(NotNullConstraint constraint, Catalog catalog) {
        return above(constraint.relation(), constraint.column(), catalog);
    }

    /** The same of any column. */
    static Stream<NotNullConstraint> above(QualifiedName relation, Identifier column, Catalog catalog) {
        return catalog.findTable(relation).stream()
                .filter(table -> table.inheritance().partitionBound() == null)
                .flatMap(table -> table.inheritance().parents().stream())
                .flatMap(parent -> Stream.concat(
                        catalog.partsOf(parent, Kind.CONSTRAINT, NotNullConstraint.class)
                                .filter(other -> other.column().equals(column) && !other.noInherit()),
                        above(parent, column, catalog)));
    }

    /** The statement that gives the ordinary constraint of a column, whatever PostgreSQL called it, its name. */
    private static Statement naming(NotNullConstraint constraint, Context context) {
        String sql = """
                DO $$
                DECLARE
                    other record;
                BEGIN
                    FOR other IN
                        SELECT c.conname AS name
                        FROM pg_catalog.pg_constraint c
                        JOIN pg_catalog.pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
                        WHERE c.contype = 'n'
                          AND c.conrelid = %1$s::pg_catalog.regclass
                          AND c.conname <> %2$s
                          AND a.attname = %3$s
                    LOOP
                        EXECUTE pg_catalog.format('ALTER TABLE %%s RENAME CONSTRAINT %%I TO %%I', %1$s, other.name, %2$s);
                    END LOOP;
                END
                $$""".formatted(
                        Literal.of(constraint.relation().quoted()),
                        Literal.of(constraint.name().name()),
                        Literal.of(constraint.column().name()));
        Hazard[] hazards = isPartitionedTables(constraint, context.from())
                ? new Hazard[0]
                : Hazards.on(context, constraint.relation(), Hazards.ACCESS_EXCLUSIVE);
        return Statement.of(sql, hazards);
    }

    /** Whether a partition has the name from the partitioned table, and keeps it when it leaves. */
    private static boolean isPartitionedTables(NotNullConstraint constraint, Catalog before) {
        return before.findTable(constraint.relation()).stream()
                .filter(table -> table.inheritance().partitionBound() != null)
                .flatMap(table -> table.inheritance().parents().stream())
                .anyMatch(parent -> NotNullName.of(parent, constraint.column()).isOf(constraint.name()));
    }

    /** The statements that leave nothing of a constraint but that it refuses NULL. */
    private static List<Statement> ordinary(NotNullConstraint constraint, Context context) {
        List<Statement> statements = new ArrayList<>();
        if (constraint.noInherit()) {
            statements.add(inheritance(constraint, context));
        }
        if (!constraint.standing().validated()) {
            statements.add(Constraints.validation(constraint, context));
        }
        if (constraint.attributes().comment() != null) {
            statements.add(Statement.of("COMMENT ON %s IS NULL".formatted(Constraints.name(constraint))));
        }
        NotNullName usual = NotNullName.of(constraint);
        if (!usual.isOf(constraint.name())) {
            String renaming = "RENAME CONSTRAINT %s TO %s"
                    .formatted(constraint.name().quoted(), usual.free(context).quoted());
            statements.add(Constraints.locking(constraint, renaming, context));
        }
        return statements;
    }

    private static Statement inheritance(NotNullConstraint constraint, Context context) {
        return Constraints.locking(
                constraint,
                "ALTER CONSTRAINT %s INHERIT".formatted(constraint.name().quoted()),
                context);
    }

    @Override
    public Optional<List<Step>> alter(NotNullConstraint from, NotNullConstraint to, Context context) {
        boolean isWeaker = from.standing().validated() && !to.standing().validated();
        // NO INHERIT in place would leave the tables below with constraints of their own.
        boolean isWithdrawn = to.noInherit() && !from.noInherit();
        if (!from.column().equals(to.column()) || isWeaker || isWithdrawn) {
            return Optional.empty();
        }
        if (to.standing().inherited()) {
            Constraints.refuseInheritance(from, to, context);
            return Optional.of(List.of());
        }
        List<Statement> statements = new ArrayList<>();
        Constraints.renaming(from, to, context).ifPresent(statements::add);
        if (from.noInherit() != to.noInherit()) {
            statements.add(inheritance(to, context));
        }
        if (!from.standing().validated() && to.standing().validated()) {
            statements.add(Constraints.validation(to, context));
        }
        Set<Part> departures = PartitionSteps.departuresBelow(from.relation(), context);
        return Optional.of(Steps.changes(from.key(), to.key(), statements).stream()
                .map(step -> step.after(departures))
                .toList());
    }
}

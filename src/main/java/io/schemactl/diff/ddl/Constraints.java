package io.schemactl.diff.ddl;

import io.schemactl.catalog.CheckConstraint;
import io.schemactl.catalog.Constraint;
import io.schemactl.catalog.ForeignKey;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Part;
import io.schemactl.catalog.Table;
import io.schemactl.diff.Hazard;
import io.schemactl.diff.Statement;
import io.schemactl.sql.Literal;
import io.schemactl.sql.QualifiedName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What commands about constraints of all sorts have in common; see
 * <a href="https://www.postgresql.org/docs/current/sql-altertable.html">ALTER TABLE</a>.
 */
final class Constraints {

    private Constraints() {}

    /** The constraint as {@code COMMENT ON} names it. */
    static String name(Constraint constraint) {
        return "CONSTRAINT " + constraint.name().quoted() + " ON "
                + constraint.relation().quoted();
    }

    /** A command of {@code ALTER TABLE} that holds the strongest lock for a moment. */
    static Statement locking(Constraint constraint, String command, Context context, Hazard.Type... types) {
        return Statement.of(
                alterTable(constraint) + command,
                Hazards.on(context, constraint.relation(), Hazards.ACCESS_EXCLUSIVE, types));
    }

    static String alterTable(Constraint constraint) {
        return "ALTER TABLE " + constraint.relation().quoted() + " ";
    }

    /** {@code ADD CONSTRAINT} and a definition. */
    static String adding(Constraint constraint, String definition) {
        return "ADD CONSTRAINT " + constraint.name().quoted() + " " + definition;
    }

    static String dropping(Constraint constraint) {
        return "DROP CONSTRAINT " + constraint.name().quoted();
    }

    /** The words behind a definition that say how the constraint stands. */
    static String standing(Constraint constraint) {
        Constraint.Standing standing = constraint.standing();
        if (!standing.enforced()) {
            return " NOT ENFORCED";
        }
        return standing.validated() ? "" : " NOT VALID";
    }

    /** {@code VALIDATE}, which reads the table under a weak lock only; in a transaction of its own lest it keep stronger ones. */
    static Statement validation(Constraint constraint, Context context) {
        String sql = alterTable(constraint) + "VALIDATE CONSTRAINT "
                + constraint.name().quoted();
        Hazard[] hazards = Hazards.on(
                context,
                constraint.relation(),
                Hazards.SHARE_UPDATE_EXCLUSIVE,
                Hazard.Type.TABLE_SCAN,
                Hazard.Type.MAY_FAIL);
        return new Statement(sql, List.of(hazards), !Hazards.worksOnline(context, constraint.relation()));
    }

    /** The {@code RENAME CONSTRAINT}, if the names differ. */
    static Optional<Statement> renaming(Constraint from, Constraint to, Context context) {
        return from.name().equals(to.name())
                ? Optional.empty()
                : Optional.of(locking(
                        to,
                        "RENAME CONSTRAINT %s TO %s"
                                .formatted(from.name().quoted(), to.name().quoted()),
                        context));
    }

    /** The step that drops a constraint, and those of tables below that exist because of it; none if this is such a one, and stays below. */
    static List<Step> drop(Constraint constraint, Context context, Hazard... others) {
        if (goesFromAbove(constraint, context)) {
            return List.of();
        }
        Statement statement = locking(constraint, dropping(constraint), context);
        List<Hazard> hazards =
                Stream.concat(statement.hazards().stream(), Stream.of(others)).toList();
        Step step = new Step(
                List.of(new Statement(statement.sql(), hazards, true)),
                Set.of(),
                withInherited(constraint, context, constraint.relation()));
        boolean isLeft = constraint.standing().inherited() && isLeftByMove(constraint, context);
        ObjectKey table = ObjectKey.of(Kind.TABLE, constraint.relation());
        return List.of(isLeft ? step.after(Set.of(PartitionSteps.move(table))) : step);
    }

    /** Whether a constraint only comes from a table above, and goes with that one's; unless its table has left before. */
    static boolean goesFromAbove(Constraint constraint, Context context) {
        return constraint.standing().inherited()
                && !isLeftByMove(constraint, context)
                && context.from().findTable(constraint.relation()).stream()
                        .noneMatch(table -> table.inheritance().parents().stream()
                                .anyMatch(parent -> Lineage.departs(table, parent, context)));
    }

    /** Whether a table gets other parents than those that gave it a check, which it then has for itself. */
    private static boolean isLeftByMove(Constraint constraint, Context context) {
        List<QualifiedName> kept = parents(context.to().findTable(constraint.relation()));
        List<QualifiedName> origins = parents(context.from().findTable(constraint.relation())).stream()
                .filter(parent -> context.from()
                        .find(CheckConstraint.class, ObjectKey.ofPart(Kind.CONSTRAINT, parent, constraint.name()))
                        .isPresent())
                .toList();
        return context.stays(ObjectKey.of(Kind.TABLE, constraint.relation()))
                && !kept.isEmpty()
                && !origins.isEmpty()
                && origins.stream().noneMatch(kept::contains);
    }

    /** Whether one constraint may come from another above. */
    static boolean isLike(Constraint constraint, Constraint above) {
        if (constraint instanceof ForeignKey key) {
            return above instanceof ForeignKey other
                    && key.columns().equals(other.columns())
                    && key.referenced().equals(other.referenced())
                    && key.referencedColumns().equals(other.referencedColumns());
        }
        return constraint.getClass().equals(above.getClass())
                && constraint.name().equals(above.name());
    }

    /** The parts of a constraint and of its namesakes in tables below. */
    private static Set<Part> withInherited(Constraint constraint, Context context, QualifiedName relation) {
        Set<Part> parts = new HashSet<>();
        parts.add(Part.of(ObjectKey.ofPart(Kind.CONSTRAINT, relation, constraint.name())));
        if (constraint instanceof CheckConstraint) {
            Lineage.staying(relation, context)
                    .forEach(child -> parts.addAll(withInherited(constraint, context, child.name())));
        }
        return parts;
    }

    /** Whether the tables above a table are different ones afterwards. */
    static boolean isMoved(Constraint from, Constraint to, Context context) {
        return !parents(context.from().findTable(from.relation()))
                .equals(parents(context.to().findTable(to.relation())));
    }

    private static List<QualifiedName> parents(Optional<Table> table) {
        return table.map(each -> each.inheritance().parents()).orElse(List.of());
    }

    /** Says that a constraint cannot become, or cease to be, one that only comes from above; unless its table moves. */
    static void refuseInheritance(Constraint from, Constraint to, Context context) {
        if (from.standing().inherited() != to.standing().inherited() && !isMoved(from, to, context)) {
            throw new Unmigratable(name(to), "inheritance");
        }
    }

    /**
     * The statement that enables or disables the triggers that check a constraint, of which PostgreSQL makes up the names; none if
     * they are as they shall be.
     */
    static List<Statement> triggers(Constraint constraint, boolean enabled, Context context) {
        if (constraint.standing().triggersEnabled() == enabled) {
            return List.of();
        }
        String verb = enabled ? "DISABLE" : "ENABLE";
        String sql = """
                DO $$
                DECLARE
                    checked record;
                BEGIN
                    FOR checked IN
                        SELECT t.tgrelid::pg_catalog.regclass AS relation, t.tgname AS name
                        FROM pg_catalog.pg_trigger t
                        JOIN pg_catalog.pg_constraint c ON c.oid = t.tgconstraint
                        WHERE t.tgisinternal
                          AND c.conrelid = %s::pg_catalog.regclass
                          AND c.conname = %s
                    LOOP
                        EXECUTE pg_catalog.format('ALTER TABLE ONLY %%s %s TRIGGER %%I', checked.relation, checked.name);
                    END LOOP;
                END
                $$""".formatted(
                        Literal.of(constraint.relation().quoted()),
                        Literal.of(constraint.name().name()),
                        verb);
        // A partition's foreign key is checked by triggers of its own on the partition only.
        Stream<QualifiedName> relations =
                constraint instanceof ForeignKey key && !key.standing().inherited()
                        ? Stream.of(key.relation(), key.referenced()).distinct()
                        : Stream.of(constraint.relation());
        return List.of(Statement.of(
                sql,
                relations
                        .flatMap(relation -> Stream.of(Hazards.on(context, relation, Hazards.SHARE_ROW_EXCLUSIVE)))
                        .toArray(Hazard[]::new)));
    }

    /** The statements that make a constraint: at once, or, where others are at work, first for new rows and then for all. */
    static List<Statement> additions(Constraint constraint, Statement direct, Statement notValid, Context context) {
        List<Statement> statements = new ArrayList<>();
        boolean counts =
                constraint.standing().validated() && constraint.standing().enforced();
        if (counts && Hazards.worksOnline(context, constraint.relation())) {
            statements.add(notValid);
            statements.add(validation(constraint, context));
        } else {
            statements.add(direct);
        }
        return statements;
    }
}

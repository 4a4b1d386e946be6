package io.schemactl.diff.ddl;

import io.schemactl.catalog.CheckConstraint;
import io.schemactl.catalog.Column;
import io.schemactl.catalog.Constraint;
import io.schemactl.catalog.KeyConstraint;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.NotNullConstraint;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Part;
import io.schemactl.catalog.Table;
import io.schemactl.diff.Hazard;
import io.schemactl.diff.Statement;
import io.schemactl.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What makes a column refuse NULL, or take it; with the tables below, unless they go their own way. */
final class Nullability {

    /** The first major version in which a table may refuse NULL itself and because of a table above. */
    private static final int OWN_SINCE = 18;

    private final Table table;
    private final Column from;
    private final Column to;
    private final Context context;
    private final Lineage lineage;

    Nullability(Table table, Column from, Column to, Context context) {
        this.table = table;
        this.from = from;
        this.to = to;
        this.context = context;
        this.lineage = new Lineage(context);
    }

    /** The steps; none if the columns are alike. */
    List<Step> steps() {
        if (from.notNull() == to.notNull()) {
            return List.of();
        }
        if (lineage.isNotNullFromAbove(table, to.name())) {
            return mayRefuseItself() ? List.of(releaseOfOwn()) : List.of();
        }
        if (!to.notNull()) {
            return List.of(release());
        }
        if (ColumnText.hasOwnNotNull(context.to(), table, to)) {
            return List.of();
        }
        return List.of(Step.changing(column(), refusal().toArray(Statement[]::new))
                .after(PartitionSteps.departuresBelow(table.name(), context)));
    }

    private List<Statement> refusal() {
        if (isChecked() || isRefusedBelow(table.name())) {
            return List.of(Statement.of(setting(table), lock(table)));
        }
        return isOnline(table)
                ? Stream.concat(checking(table).stream(), refusing(table).stream())
                        .toList()
                : plain(table);
    }

    /** Whether a check that stays has seen already that no row has NULL there. */
    private boolean isChecked() {
        String demand = StoredTypes.present(context.to(), to.name().display(), to.type());
        return from.type().equals(to.type())
                && context.from()
                        .partsOf(table.name(), Kind.CONSTRAINT, CheckConstraint.class)
                        .filter(check -> check.expression().equals("(" + demand + ")")
                                || check.expression().equals(demand))
                        .anyMatch(check -> isValid(check)
                                && context.to()
                                        .find(CheckConstraint.class, check.key())
                                        .filter(after -> isValid(after)
                                                && after.expression().equals(check.expression()))
                                        .isPresent());
    }

    /** Whether each partition refuses NULL already, by a primary key of its own, say. */
    private boolean isRefusedBelow(QualifiedName name) {
        return Hazards.isPartitioned(context, name)
                && Lineage.staying(name, context)
                        .filter(child -> context.stays(child.key()))
                        .allMatch(child -> child.findColumn(to.name())
                                        .filter(Column::notNull)
                                        .isPresent()
                                || isRefusedBelow(child.name()));
    }

    private static boolean isValid(CheckConstraint check) {
        return check.standing().validated() && check.standing().enforced() && !check.noInherit();
    }

    /** A partition's primary key, and a NOT NULL of its own, leave it one that does not go with the partitioned table's. */
    private boolean mayRefuseItself() {
        return context.majorVersion() >= OWN_SINCE
                && !to.notNull()
                && table.inheritance().partitionBound() != null;
    }

    private Step releaseOfOwn() {
        List<Part> after = new ArrayList<>(keys());
        table.inheritance()
                .parents()
                .forEach(parent -> after.add(Part.ofColumn(ObjectKey.of(Kind.TABLE, parent), to.name())));
        return Step.changing(column(), dropping("ALTER TABLE ONLY %s ALTER COLUMN %s DROP NOT NULL"))
                .after(after);
    }

    /** Tables below lose what comes from above, and are given it again where they shall keep it. */
    private Step release() {
        List<Table> keepers = keepers(table.name());
        boolean canBeFirst = context.majorVersion() >= OWN_SINCE;
        List<Statement> statements = new ArrayList<>();
        for (Table keeper : keepers) {
            if (canBeFirst) {
                statements.add(Statement.of(setting(keeper), lock(keeper)));
            } else if (isOnline(keeper)) {
                statements.addAll(checking(keeper));
            }
        }
        statements.add(dropping("ALTER TABLE %s ALTER COLUMN %s DROP NOT NULL"));
        for (Table keeper : keepers) {
            if (canBeFirst) {
                context.to()
                        .findTable(keeper.name())
                        .ifPresent(after -> statements.addAll(NotNullName.restored(after, context)));
            } else {
                statements.addAll(isOnline(keeper) ? refusing(keeper) : plain(keeper));
            }
        }
        return Step.changing(column(), statements.toArray(Statement[]::new)).after(keys());
    }

    private Statement dropping(String command) {
        return Statement.of(command.formatted(table.name().quoted(), to.name().quoted()), lock(table));
    }

    /** The keys and constraints that go, and forbid until then that the column takes NULL. */
    private List<Part> keys() {
        return context.from()
                .partsOf(table.name(), Kind.CONSTRAINT, Constraint.class)
                .filter(this::refusesNull)
                .map(constraint -> context.to().objects().containsKey(constraint.key())
                        ? KeyConstraintDdl.refusal(constraint.key())
                        : Part.of(constraint.key()))
                .toList();
    }

    private boolean refusesNull(Constraint constraint) {
        return (constraint instanceof KeyConstraint key
                        && key.primary()
                        && key.columns().contains(from.name()))
                || (constraint instanceof NotNullConstraint notNull
                        && notNull.column().equals(from.name()));
    }

    /** The topmost tables below that refuse NULL before and after. */
    private List<Table> keepers(QualifiedName parent) {
        List<Table> keepers = new ArrayList<>();
        for (Table child : context.from().relationships().childrenOf(parent)) {
            boolean stays = context.to()
                    .findTable(child.name())
                    .filter(after -> after.inheritance().parents().contains(parent))
                    .isPresent();
            boolean keeps = context.to()
                    .findTable(child.name())
                    .flatMap(after -> after.findColumn(to.name()))
                    .filter(Column::notNull)
                    .isPresent();
            if (stays && keeps) {
                keepers.add(child);
            } else if (stays) {
                keepers.addAll(keepers(child.name()));
            }
        }
        return keepers;
    }

    private boolean isOnline(Table changed) {
        return Hazards.worksOnline(context, changed.name());
    }

    private List<Statement> plain(Table changed) {
        if (Hazards.isForeign(context, changed.name())) {
            return List.of(Statement.of(setting(changed), lock(changed)));
        }
        return List.of(Statement.of(
                setting(changed),
                new Hazard(Hazard.Type.TABLE_SCAN, changed.name().display(), "ACCESS EXCLUSIVE"),
                mayFail(changed),
                lock(changed)));
    }

    /** PostgreSQL does not scan a table for NULLs if a validated check already refuses them. */
    private List<Statement> checking(Table changed) {
        String name = changed.name().quoted();
        return List.of(
                Statement.of(
                        "ALTER TABLE %s ADD CONSTRAINT %s CHECK (%s) NOT VALID"
                                .formatted(
                                        name,
                                        check(),
                                        StoredTypes.present(
                                                context.to(), to.name().quoted(), to.type())),
                        lock(changed)),
                Statement.alone(
                        "ALTER TABLE %s VALIDATE CONSTRAINT %s".formatted(name, check()),
                        new Hazard(Hazard.Type.TABLE_SCAN, changed.name().display(), "SHARE UPDATE EXCLUSIVE"),
                        mayFail(changed)));
    }

    private List<Statement> refusing(Table changed) {
        return List.of(
                Statement.of(setting(changed), lock(changed)),
                Statement.of(
                        "ALTER TABLE %s DROP CONSTRAINT %s"
                                .formatted(changed.name().quoted(), check()),
                        lock(changed)));
    }

    private String check() {
        return new NewName(context).of("schemactl_not_null_" + to.name().name()).quoted();
    }

    private String setting(Table changed) {
        return "ALTER TABLE %s ALTER COLUMN %s SET NOT NULL"
                .formatted(changed.name().quoted(), to.name().quoted());
    }

    private Hazard mayFail(Table changed) {
        return Hazard.of(
                Hazard.Type.MAY_FAIL, changed.name().display() + "." + to.name().display());
    }

    private static Hazard lock(Table changed) {
        return Hazard.accessExclusive(changed.name().display());
    }

    private Part column() {
        return Part.ofColumn(table.key(), to.name());
    }
}

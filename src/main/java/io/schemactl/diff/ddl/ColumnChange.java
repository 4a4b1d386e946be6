package io.schemactl.diff.ddl;

import io.schemactl.catalog.Column;
import io.schemactl.catalog.Part;
import io.schemactl.catalog.Table;
import io.schemactl.diff.Hazard;
import io.schemactl.diff.Statement;
import io.schemactl.diff.TypeChange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What turns one column of a table that stays into another of the same name. */
final class ColumnChange {

    private final Table table;
    private final Column from;
    private final Column to;
    private final Context context;
    private final Lineage lineage;

    ColumnChange(Table table, Column from, Column to, Context context) {
        this.table = table;
        this.from = from;
        this.to = to;
        this.context = context;
        this.lineage = new Lineage(context);
    }

    /** The steps; none if the columns are alike. */
    List<Step> steps() {
        if (mustBeRenewed()) {
            return renewal();
        }
        var steps = new ArrayList<Step>();
        var change = new ValueChange(table, from, to, context);
        List<Step> identity = change.identity(isRetyped());
        boolean isLost = from.identity() != null && to.identity() == null;
        // Only a whole number can be an identity, and only a column that refuses NULL.
        steps.addAll(isLost ? identity : List.of());
        if (isRetyped()) {
            steps.addAll(retyping());
        }
        steps.addAll(change.steps(isRetyped()));
        steps.addAll(new Nullability(table, from, to, context).steps());
        steps.addAll(isLost ? List.of() : identity);
        List<Statement> details = details();
        if (!details.isEmpty()) {
            steps.add(Step.changing(column(), details.toArray(Statement[]::new)));
        }
        return steps;
    }

    /** A column cannot become a generated one, nor take another expression before PostgreSQL 17. */
    private boolean mustBeRenewed() {
        if (isInherited()) {
            return false;
        }
        Column.Generated old = from.generated();
        Column.Generated wanted = to.generated();
        if (wanted == null) {
            return old != null && !old.stored();
        }
        if (old == null || old.stored() != wanted.stored()) {
            return true;
        }
        boolean forced = context.forced().reset().contains(Part.ofDefault(table.key(), to.name()));
        boolean changes = !old.expression().equals(wanted.expression());
        return forced || (changes && (isRetyped() || context.majorVersion() < ValueChange.SET_EXPRESSION_SINCE));
    }

    private List<Step> renewal() {
        var columns = new TableColumns(table, context);
        Set<Hazard.Type> lost =
                from.generated() == null || to.generated() == null ? Set.of(Hazard.Type.DATA_LOSS) : Set.of();
        return List.of(columns.drop(from, lost), columns.add(to));
    }

    private boolean isInherited() {
        return lineage.isInheritedBefore(table, from) && lineage.isInheritedAfter(table, to);
    }

    private boolean isRetyped() {
        return !isInherited()
                && (context.forced().retyped().contains(column())
                        || !from.type().equals(to.type())
                        || !Objects.equals(from.collation(), to.collation()));
    }

    /** The default goes first, because PostgreSQL might not be able to convert it. */
    private List<Step> retyping() {
        var change = new StoredTypes(context).change(from.type(), to.type());
        boolean forced = context.forced().retyped().contains(column());
        refuse(change, forced);
        var steps = new ArrayList<Step>();
        var statements = new ArrayList<Statement>();
        Part value = Part.ofDefault(table.key(), to.name());
        boolean withDefault = from.defaultExpression() != null;
        if (withDefault && context.forced().reset().contains(value)) {
            steps.add(Step.taking(value, Statement.of(alter("DROP DEFAULT"), lock())));
            withDefault = false;
        } else if (withDefault) {
            statements.add(Statement.of(alter("DROP DEFAULT"), lock()));
        }
        statements.add(new Statement(
                recursive("TYPE " + ColumnText.type(to) + using(change, forced)), hazards(change, forced), true));
        Set<Part> makes = new HashSet<>(lineage.columns(table, to.name()));
        Set<Part> takes = new HashSet<>(makes);
        if (withDefault) {
            takes.add(value);
        }
        Set<Part> after = to.identity() == null ? Set.of(SequenceDdl.lossOfIdentity(table, from)) : Set.of();
        steps.add(new Step(statements, makes, takes, after));
        return steps;
    }

    private void refuse(TypeChange change, boolean forced) {
        if (lineage.isPartitionKey(table, to.name())) {
            throw new Unmigratable(
                    "column %s of %s: PostgreSQL does not change the type of a column of the partition key"
                            .formatted(to.name().display(), table.name().display()));
        }
        if (isLossy() && !forced && !context.mode().lossy()) {
            throw new Unmigratable(
                    "column %s of %s: %s values may not fit into %s, and would be changed without an error"
                            .formatted(to.name().display(), table.name().display(), from.type(), to.type()));
        }
        if (change.isImpossible(context.majorVersion()) && !forced) {
            throw new Unmigratable("column %s of %s: no %s value can become %s %s"
                    .formatted(
                            to.name().display(),
                            table.name().display(),
                            from.type(),
                            to.type().matches("[aeio].*") ? "an" : "a",
                            to.type()));
        }
    }

    private String using(TypeChange change, boolean forced) {
        String column = to.name().quoted();
        if (forced && isRecollated()) {
            return "";
        }
        return forced && !change.isOfArray()
                ? " USING " + column + "::text::" + to.type()
                : change.using(column).map(expression -> " USING " + expression).orElse("");
    }

    private List<Hazard> hazards(TypeChange change, boolean forced) {
        String name = table.name().display();
        var hazards = new ArrayList<Hazard>();
        if (Hazards.isForeign(context, table.name())) {
            return List.of(lock());
        }
        if (forced && isRecollated()) {
            // Its indexes are not there meanwhile.
            return List.of(lock());
        }
        if (isLossy() && !forced) {
            hazards.add(Hazard.of(Hazard.Type.DATA_LOSS, name + "." + to.name().display()));
        }
        if (forced || change.isThroughText() || new StoredTypes(context).rewrites(from.type(), to.type())) {
            hazards.add(new Hazard(Hazard.Type.TABLE_REWRITE, name, "ACCESS EXCLUSIVE"));
        } else {
            new KeptRows(table, to.name(), context)
                    .reading(!Objects.equals(from.collation(), to.collation()) || change.isOrderedOtherwise())
                    .ifPresent(type -> hazards.add(new Hazard(type, name, "ACCESS EXCLUSIVE")));
        }
        // What was unique need not be so where capitals do not count.
        boolean isIndexed = hazards.stream().anyMatch(hazard -> hazard.type() == Hazard.Type.INDEX_BUILD);
        if (forced || change.mayFail() || isConstrainedAnew() || (isIndexed && change.isFolded())) {
            hazards.add(Hazard.of(Hazard.Type.MAY_FAIL, name + "." + to.name().display()));
        }
        hazards.add(lock());
        return hazards;
    }

    private boolean isLossy() {
        return new StoredTypes(context).isLossy(from.type(), to.type());
    }

    private boolean isConstrainedAnew() {
        return !from.type().equals(to.type()) && new StoredTypes(context).isConstrained(to.type());
    }

    /** Whether nothing but the collation is another one, of the same name. */
    private boolean isRecollated() {
        return from.type().equals(to.type()) && to.collation() != null;
    }

    private List<Statement> details() {
        var statements = new ArrayList<Statement>();
        Column.Storage old = from.storage();
        Column.Storage wanted = to.storage();
        // Of another type, a column stores values as that type does, whatever it did before.
        boolean isReset =
                !from.type().equals(to.type()) || context.forced().retyped().contains(column());
        if (!Objects.equals(isReset ? null : old.strategy(), wanted.strategy())) {
            statements.add(Statement.of(alter("SET STORAGE " + StorageStrategy.words(to, context)), lock()));
        }
        if (!Objects.equals(isReset ? null : old.compression(), wanted.compression())) {
            String method = wanted.compression() == null ? "default" : wanted.compression();
            statements.add(Statement.of(alter("SET COMPRESSION " + method), lock()));
        }
        if (!Objects.equals(old.statistics(), wanted.statistics())) {
            int target = wanted.statistics() == null ? -1 : wanted.statistics();
            statements.add(Statement.of(alter("SET STATISTICS " + target)));
        }
        if (table.form() == Table.Form.FOREIGN) {
            String changes = Words.foreignOptionChanges(old.foreignOptions(), wanted.foreignOptions());
            if (!changes.isEmpty()) {
                statements.add(Statement.of(alter(changes.strip()), lock()));
            }
        }
        Words.parameterChanges(old.options(), wanted.options())
                .forEach(change -> statements.add(Statement.of(alter(change))));
        return statements;
    }

    private Part column() {
        return Part.ofColumn(table.key(), to.name());
    }

    private Hazard lock() {
        return Hazard.accessExclusive(table.name().display());
    }

    private String alter(String action) {
        return "ALTER TABLE ONLY %s ALTER COLUMN %s %s"
                .formatted(table.name().quoted(), to.name().quoted(), action);
    }

    /** Of partitions and children too. */
    private String recursive(String action) {
        return "ALTER TABLE %s ALTER COLUMN %s %s"
                .formatted(table.name().quoted(), to.name().quoted(), action);
    }
}

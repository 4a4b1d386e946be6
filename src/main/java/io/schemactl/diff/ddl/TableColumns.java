package io.schemactl.diff.ddl;

import io.schemactl.catalog.Column;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Part;
import io.schemactl.catalog.Table;
import io.schemactl.diff.Hazard;
import io.schemactl.diff.Statement;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Adds columns to a table that stays, and drops them. */
final class TableColumns {

    private final Table table;
    private final Context context;
    private final Lineage lineage;
    private final StoredTypes types;

    TableColumns(Table table, Context context) {
        this.table = table;
        this.context = context;
        this.lineage = new Lineage(context);
        this.types = new StoredTypes(context);
    }

    Step add(Column column) {
        var text = new ColumnText(table, context);
        var statements = new ArrayList<Statement>();
        statements.add(new Statement(
                "ALTER TABLE %s ADD COLUMN %s".formatted(table.name().quoted(), text.definition(column)),
                hazards(column),
                true));
        statements.addAll(details(column));
        Set<Part> makes = new HashSet<>(lineage.columns(table, column.name()));
        if (text.isDefaultInline(column)) {
            makes.add(Part.ofDefault(table.key(), column.name()));
        }
        makes.addAll(SequenceDdl.ofIdentity(table, column, context.to()));
        return new Step(statements, makes, Set.of(), PartitionSteps.detachmentsBelow(table.name(), context));
    }

    /** What a column that a table gets from above has of its own: another default, or none, and how its values are stored. */
    List<Step> addedAbove(Column column) {
        Part part = Part.ofColumn(table.key(), column.name());
        Optional<Column> above = above(column);
        List<Statement> details = details(column);
        List<Step> steps = new ArrayList<>();
        if (above.isEmpty()) {
            return steps;
        }
        if (!details.isEmpty()) {
            steps.add(Step.making(ownWays(column), details.toArray(Statement[]::new))
                    .after(Set.of(part)));
        }
        if (column.generated() == null
                && !Objects.equals(above.get().defaultExpression(), column.defaultExpression())) {
            steps.add(ownDefault(column).after(Set.of(part)));
        }
        steps.addAll(ownRefusal(column));
        return steps;
    }

    /** What makes a column refuse NULL here, though it does not above. */
    private List<Step> ownRefusal(Column column) {
        boolean isRefusingAbove = table.inheritance().parents().stream()
                .flatMap(parent -> context.to().findTable(parent).stream())
                .flatMap(parent -> parent.findColumn(column.name()).stream())
                .anyMatch(Column::notNull);
        if (!column.notNull() || isRefusingAbove) {
            return List.of();
        }
        Column without = new Column(
                column.name(),
                column.type(),
                column.collation(),
                false,
                column.defaultExpression(),
                column.identity(),
                column.generated(),
                column.storage(),
                column.inherited(),
                column.attributes());
        Part part = Part.ofColumn(table.key(), column.name());
        return new Nullability(table, without, column, context)
                .steps().stream()
                        .map(step -> {
                            Set<Part> after = new HashSet<>(step.after());
                            after.add(part);
                            return step.after(after);
                        })
                        .toList();
    }

    private Step ownDefault(Column column) {
        String alter = "ALTER TABLE ONLY %s ALTER COLUMN %s "
                .formatted(table.name().quoted(), column.name().quoted());
        String wanted = column.defaultExpression();
        String sql = alter + (wanted == null ? "DROP DEFAULT" : "SET DEFAULT " + wanted);
        return Step.making(
                wanted == null ? ownWays(column) : Part.ofDefault(table.key(), column.name()),
                Statement.of(sql, Hazard.accessExclusive(table.name().display())));
    }

    /** What stands for what a column has of its own. */
    private Part ownWays(Column column) {
        return new Part(table.key(), new Identifier("\u0001own " + column.name().name()), true);
    }

    /** The column of the topmost table that gets it too, and passes it on with its default. */
    private Optional<Column> above(Column column) {
        return table.inheritance().parents().stream()
                .filter(parent -> context.from()
                        .findTable(parent)
                        .filter(before -> before.findColumn(column.name()).isEmpty())
                        .isPresent())
                .flatMap(parent -> context.to().findTable(parent).stream())
                .flatMap(parent -> parent.findColumn(column.name()).stream()
                        .filter(new ColumnText(parent, context)::isDefaultInline)
                        .map(found ->
                                new TableColumns(parent, context).above(found).orElse(found)))
                .findFirst();
    }

    /** Drops a column; a generated one takes nothing with it that is not kept elsewhere. */
    Step drop(Column column, Set<Hazard.Type> losses) {
        Set<Part> takes = new HashSet<>(SequenceDdl.ofIdentity(table, column, context.from()));
        var statements = new ArrayList<Statement>();
        drop(table.name(), column, losses, statements, takes);
        Set<Part> after = new HashSet<>(PartitionSteps.detachmentsBelow(table.name(), context));
        after.add(PartitionSteps.detachment(table.key()));
        return new Step(statements, Set.of(), takes, after);
    }

    /** Tables below lose the column with a table, unless they shall keep it as their own. */
    private void drop(
            QualifiedName name, Column column, Set<Hazard.Type> losses, List<Statement> statements, Set<Part> takes) {
        boolean only = lineage.isKeptBelow(name, column.name());
        var hazards = new ArrayList<Hazard>();
        losses.forEach(loss ->
                hazards.add(Hazard.of(loss, name.display() + "." + column.name().display())));
        hazards.add(Hazard.accessExclusive(name.display()));
        statements.add(new Statement(
                "ALTER TABLE %s%s DROP COLUMN %s"
                        .formatted(
                                only ? "ONLY " : "",
                                name.quoted(),
                                column.name().quoted()),
                hazards,
                true));
        ObjectKey key = ObjectKey.of(Kind.TABLE, name);
        List<Part> dropped = only ? List.of(Part.ofColumn(key, column.name())) : lineage.columns(name, column.name());
        dropped.forEach(part -> {
            takes.add(part);
            takes.add(Part.ofDefault(part.object(), column.name()));
        });
        if (only) {
            lineage.losersBelow(name, column.name()).forEach(child -> drop(child, column, losses, statements, takes));
        }
    }

    /** What {@code CREATE TABLE} and {@code ADD COLUMN} cannot say. */
    List<Statement> details(Column column) {
        var statements = new ArrayList<Statement>();
        String alter = "ALTER TABLE ONLY %s ALTER COLUMN %s "
                .formatted(table.name().quoted(), column.name().quoted());
        Column.Storage storage = column.storage();
        if (storage.strategy() != null) {
            statements.add(Statement.of(alter + "SET STORAGE " + storage.strategy()));
        }
        if (storage.statistics() != null) {
            statements.add(Statement.of(alter + "SET STATISTICS " + storage.statistics()));
        }
        if (!storage.options().isEmpty()) {
            statements.add(Statement.of(alter + "SET (" + Words.parameters(storage.options()) + ")"));
        }
        return statements;
    }

    private List<Hazard> hazards(Column column) {
        String name = table.name().display();
        var hazards = new ArrayList<Hazard>();
        boolean rewrites = isComputed(column);
        if (rewrites) {
            hazards.add(new Hazard(Hazard.Type.TABLE_REWRITE, name, Hazards.ACCESS_EXCLUSIVE));
        }
        if (isRefusing(column)) {
            if (!rewrites) {
                hazards.add(new Hazard(Hazard.Type.TABLE_SCAN, name, Hazards.ACCESS_EXCLUSIVE));
            }
            hazards.add(
                    Hazard.of(Hazard.Type.MAY_FAIL, name + "." + column.name().display()));
        }
        hazards.add(Hazard.accessExclusive(name));
        return hazards;
    }

    /** Whether each row gets a value of its own; a value that is the same for all is kept aside. */
    private boolean isComputed(Column column) {
        return hasOwnIdentity(column)
                || (column.generated() != null && column.generated().stored())
                || types.isConstrained(column.type())
                || new Volatility(context.to()).isVolatile(value(column));
    }

    /** Whether the rows that are there may have nothing to put into the column, or something that it refuses. */
    private boolean isRefusing(Column column) {
        if (column.generated() != null) {
            return column.notNull() && !column.generated().stored();
        }
        return (column.notNull() || types.isNotNull(column.type())) && !hasOwnIdentity(column) && value(column) == null;
    }

    /** Whether a column has numbers at once; a partition has those of the table above, when it is attached. */
    private boolean hasOwnIdentity(Column column) {
        return column.identity() != null && !lineage.hasIdentityFromAbove(context.to(), table);
    }

    /** A column without a default has that of its domain. */
    private @Nullable String value(Column column) {
        return column.defaultExpression() == null
                ? types.findDefault(column.type()).orElse(null)
                : column.defaultExpression();
    }
}

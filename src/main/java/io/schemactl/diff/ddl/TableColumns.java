package io.schemactl.diff.ddl;

import io.schemactl.catalog.Column;
import io.schemactl.catalog.Part;
import io.schemactl.catalog.Table;
import io.schemactl.diff.Hazard;
import io.schemactl.diff.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Adds columns to a table that stays, and drops them. */
final class TableColumns {

    /** Functions whose result is the same for all rows of a statement; a call of any other may differ from row to row. */
    private static final Pattern STABLE = Pattern.compile(
            "(?i)\\b(now|current_setting|timezone|date_trunc|lower|upper|to_tsvector|transaction_timestamp|statement_timestamp"
                    + "|jsonb_build_object|jsonb_build_array|array_fill|make_interval|session_user|current_user)\\(");

    private static final Pattern CALL = Pattern.compile("[\\w\"]\\(");
    private static final Pattern CONSTANT = Pattern.compile("'(?:[^']|'')*'");

    private final Table table;
    private final Context context;
    private final Lineage lineage;

    TableColumns(Table table, Context context) {
        this.table = table;
        this.context = context;
        this.lineage = new Lineage(context);
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
        return new Step(statements, makes, Set.of());
    }

    /** Drops a column; a generated one takes nothing with it that is not kept elsewhere. */
    Step drop(Column column, Set<Hazard.Type> losses) {
        var hazards = new ArrayList<Hazard>();
        losses.forEach(loss -> hazards.add(
                Hazard.of(loss, table.name().display() + "." + column.name().display())));
        hazards.add(Hazard.accessExclusive(table.name().display()));
        Set<Part> takes = new HashSet<>(SequenceDdl.ofIdentity(table, column, context.from()));
        lineage.columns(table, column.name()).forEach(part -> {
            takes.add(part);
            takes.add(Part.ofDefault(part.object(), column.name()));
        });
        var sql = new Statement(
                "ALTER TABLE %s DROP COLUMN %s"
                        .formatted(table.name().quoted(), column.name().quoted()),
                hazards,
                true);
        return new Step(List.of(sql), Set.of(), takes);
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
        boolean stored = column.generated() != null && column.generated().stored();
        if (column.identity() != null || stored || isVolatile(column.defaultExpression())) {
            hazards.add(new Hazard(Hazard.Type.TABLE_REWRITE, name, "ACCESS EXCLUSIVE"));
        }
        if (column.notNull()
                && column.defaultExpression() == null
                && column.generated() == null
                && column.identity() == null) {
            hazards.add(
                    Hazard.of(Hazard.Type.MAY_FAIL, name + "." + column.name().display()));
        }
        hazards.add(Hazard.accessExclusive(name));
        return hazards;
    }

    private static boolean isVolatile(@org.jspecify.annotations.Nullable String expression) {
        if (expression == null) {
            return false;
        }
        String withoutStable =
                STABLE.matcher(CONSTANT.matcher(expression).replaceAll("''")).replaceAll(" (");
        return CALL.matcher(withoutStable.replaceAll("::[a-z ]+\\(", "(")).find();
    }
}

package io.schemactl.diff.ddl;

import io.schemactl.catalog.Column;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Part;
import io.schemactl.catalog.Persistence;
import io.schemactl.catalog.Table;
import io.schemactl.diff.Statement;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes a table, and what {@code CREATE TABLE} cannot say about it. */
final class TableCreation {

    private final Table table;
    private final Context context;
    private final ColumnText text;

    TableCreation(Table table, Context context) {
        this.table = table;
        this.context = context;
        this.text = new ColumnText(table, context);
    }

    List<Step> steps() {
        var steps = new ArrayList<Step>();
        var statements = new ArrayList<Statement>();
        statements.add(Statement.of(create()));
        table.columns().forEach(column -> statements.addAll(new TableColumns(table, context).details(column)));
        statements.addAll(inheritedValues());
        statements.addAll(TableChange.security(new Table.RowSecurity(false, false), table));
        boolean attachedAtOnce = isPartition() && PartitionSteps.isPartitionAtOnce(table, context);
        if (attachedAtOnce) {
            statements.add(Statement.of(PartitionSteps.attachSql(table)));
        }
        Set<Part> made = TableDdl.parts(table).stream()
                .filter(part -> !context.forced().deferred().contains(part))
                .collect(Collectors.toSet());
        table.columns().forEach(column -> made.addAll(SequenceDdl.ofIdentity(table, column, context.to())));
        steps.add(new Step(statements, made, Set.of()));
        steps.addAll(deferredDefaults());
        steps.addAll(TableChange.replicaIdentity(null, table));
        steps.addAll(TableChange.typeOf(null, table, context));
        if (isPartition() && !attachedAtOnce) {
            steps.add(PartitionSteps.attach(table, context));
        }
        return steps;
    }

    private String create() {
        String persistence = table.persistence() == Persistence.UNLOGGED ? "UNLOGGED " : "";
        String form = table.form() == Table.Form.FOREIGN ? "FOREIGN " : persistence;
        return "CREATE " + form + "TABLE " + table.name().quoted() + " (" + columns() + ")" + clauses();
    }

    private String columns() {
        return table.columns().stream()
                .filter(column -> isPartition() || !column.inherited())
                .map(text::definition)
                .collect(Collectors.joining(", "));
    }

    private String clauses() {
        var clauses = new StringBuilder();
        if (!isPartition() && !table.inheritance().parents().isEmpty()) {
            clauses.append(table.inheritance().parents().stream()
                    .map(QualifiedName::quoted)
                    .collect(Collectors.joining(", ", " INHERITS (", ")")));
        }
        if (table.inheritance().partitionKey() != null) {
            clauses.append(" PARTITION BY ").append(table.inheritance().partitionKey());
        }
        if (table.foreign() != null) {
            clauses.append(" SERVER ").append(table.foreign().server().quoted());
            clauses.append(Words.foreignOptions(table.foreign().options()));
        }
        Table.Storage storage = table.storage();
        accessMethod(table).ifPresent(method -> clauses.append(" USING ").append(method));
        if (!storage.options().isEmpty()) {
            clauses.append(" WITH (")
                    .append(Words.parameters(storage.options()))
                    .append(')');
        }
        if (storage.tablespace() != null) {
            clauses.append(" TABLESPACE ").append(storage.tablespace().quoted());
        }
        return clauses.toString();
    }

    /** The access method that must be said: a partitioned table may name the usual one too. */
    static Optional<String> accessMethod(Table table) {
        return Optional.ofNullable(table.storage().accessMethod())
                .filter(method ->
                        table.form() == Table.Form.PARTITIONED || !method.name().equals("heap"))
                .map(Identifier::quoted);
    }

    private boolean isPartition() {
        return table.inheritance().partitionBound() != null;
    }

    /** Defaults and NOT NULL of columns that a child has from its parents, but differently. */
    private List<Statement> inheritedValues() {
        var statements = new ArrayList<Statement>();
        if (isPartition()) {
            return statements;
        }
        for (Column column : table.columns()) {
            Optional<Column> above = column.inherited() ? above(column) : Optional.empty();
            above.ifPresent(parent -> statements.addAll(inheritedValue(parent, column)));
        }
        return statements;
    }

    private List<Statement> inheritedValue(Column above, Column column) {
        var statements = new ArrayList<Statement>();
        String alter = "ALTER TABLE ONLY %s ALTER COLUMN %s "
                .formatted(table.name().quoted(), column.name().quoted());
        if (column.generated() == null && !Objects.equals(above.defaultExpression(), column.defaultExpression())) {
            statements.add(Statement.of(alter
                    + (column.defaultExpression() == null
                            ? "DROP DEFAULT"
                            : "SET DEFAULT " + column.defaultExpression())));
        }
        if (column.notNull() && !above.notNull()) {
            statements.add(Statement.of(alter + "SET NOT NULL"));
        }
        return statements;
    }

    private Optional<Column> above(Column column) {
        return table.inheritance().parents().stream()
                .map(parent -> context.to().find(Table.class, ObjectKey.of(Kind.TABLE, parent)))
                .flatMap(Optional::stream)
                .map(parent -> parent.findColumn(column.name()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private List<Step> deferredDefaults() {
        var steps = new ArrayList<Step>();
        for (Column column : table.columns()) {
            Part value = Part.ofDefault(table.key(), column.name());
            if (!context.forced().deferred().contains(value)) {
                continue;
            }
            if (column.defaultExpression() == null) {
                throw new Unmigratable("column %s of %s is generated by something that needs the table"
                        .formatted(column.name().display(), table.name().display()));
            }
            steps.add(Step.making(
                    value,
                    Statement.of("ALTER TABLE ONLY %s ALTER COLUMN %s SET DEFAULT %s"
                            .formatted(table.name().quoted(), column.name().quoted(), column.defaultExpression()))));
        }
        return steps;
    }
}

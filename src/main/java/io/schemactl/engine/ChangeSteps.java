package io.schemactl.engine;

import io.schemactl.problem.Position;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.sql.Literal;
import io.schemactl.sql.SqlText;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import liquibase.change.Change;
import liquibase.change.ColumnConfig;
import liquibase.change.DbmsTargetedChange;
import liquibase.change.core.DropAllForeignKeyConstraintsChange;
import liquibase.change.core.ExecuteShellCommandChange;
import liquibase.change.core.OutputChange;
import liquibase.change.core.StopChange;
import liquibase.change.custom.CustomChangeWrapper;
import liquibase.change.custom.CustomTaskChange;
import liquibase.change.custom.CustomTaskRollback;
import liquibase.database.DatabaseList;
import liquibase.database.PreparedStatementFactory;
import liquibase.database.core.PostgresDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.snapshot.SnapshotGeneratorFactory;
import liquibase.sql.Sql;
import liquibase.sql.visitor.SqlVisitor;
import liquibase.sqlgenerator.SqlGeneratorFactory;
import liquibase.statement.ExecutablePreparedStatement;
import liquibase.statement.ExecutablePreparedStatementBase;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.RawParameterizedSqlStatement;
import liquibase.structure.core.Column;
import liquibase.structure.core.Table;

/** Turns Liquibase changes into steps, just as the stock engine would execute them. */
final class ChangeSteps {

    private final PostgresDatabase database;
    private final LiquibaseRuntime runtime;

    ChangeSteps(PostgresDatabase database, LiquibaseRuntime runtime) {
        this.database = database;
        this.runtime = runtime;
    }

    /** Whether a change is meant for other databases or operating systems. */
    boolean isSkipped(Change change) {
        boolean otherDatabase = change instanceof DbmsTargetedChange targeted
                && !DatabaseList.definitionMatches(targeted.getDbms(), database, true);
        return otherDatabase || !change.shouldRunOnOs();
    }

    /** What a change does. */
    List<Step> forward(Change change, List<SqlVisitor> visitors, Position position) {
        try {
            if (change instanceof StopChange stop) {
                return List.of(new Step.Sql(raise(stop.getMessage()), position));
            }
            if (change instanceof OutputChange output) {
                return List.of(new Step.Message(
                        String.valueOf(output.getTarget()), String.valueOf(output.getMessage()), position));
            }
            change.finishInitialization();
            if (change instanceof DropAllForeignKeyConstraintsChange drop) {
                return List.of(new Step.Sql(dropForeignKeys(drop), position));
            }
            if (isProgram(change)) {
                return List.of(new Step.Program(change.getConfirmationMessage(), () -> run(change), position));
            }
            return steps(change.generateStatements(database), visitors, position);
        } catch (LiquibaseException | RuntimeException e) {
            throw failed(change, position, e);
        }
    }

    /** What takes a change back, where Liquibase knows its inverse. */
    List<Step> inverse(Change change, List<SqlVisitor> visitors, Position position) {
        try {
            change.finishInitialization();
            if (change instanceof CustomChangeWrapper wrapper
                    && wrapper.getCustomChange() instanceof CustomTaskRollback) {
                return List.of(
                        new Step.Program("rollback of " + wrapper.getClassName(), () -> runInverse(change), position));
            }
            return steps(change.generateRollbackStatements(database), rollbackVisitors(visitors), position);
        } catch (LiquibaseException | RuntimeException e) {
            throw failed(change, position, e);
        }
    }

    /** What a change in a rollback block does. */
    List<Step> rollback(Change change, List<SqlVisitor> visitors, Position position) {
        return forward(change, rollbackVisitors(visitors), position);
    }

    private static List<SqlVisitor> rollbackVisitors(List<SqlVisitor> visitors) {
        return visitors.stream().filter(SqlVisitor::isApplyToRollback).toList();
    }

    private static boolean isProgram(Change change) {
        return change instanceof ExecuteShellCommandChange
                || (change instanceof CustomChangeWrapper wrapper
                        && wrapper.getCustomChange() instanceof CustomTaskChange);
    }

    /** A task runs when Liquibase asks it for its statements, a shell command when these are turned into SQL. */
    private void run(Change change) {
        runtime.call(() -> {
            for (SqlStatement statement : change.generateStatements(database)) {
                SqlGeneratorFactory.getInstance().generateSql(statement, database);
            }
            return true;
        });
    }

    private void runInverse(Change change) {
        runtime.call(() -> change.generateRollbackStatements(database));
    }

    private List<Step> steps(SqlStatement[] statements, List<SqlVisitor> visitors, Position position)
            throws LiquibaseException {
        List<Step> steps = new ArrayList<>();
        for (SqlStatement statement : statements) {
            if (!statement.skipOnUnsupported()
                    || SqlGeneratorFactory.getInstance().supports(statement, database)) {
                for (String sql : texts(statement, visitors)) {
                    steps.add(new Step.Sql(sql, position));
                }
            }
        }
        return steps;
    }

    private List<String> texts(SqlStatement statement, List<SqlVisitor> visitors) throws LiquibaseException {
        if (statement instanceof ExecutablePreparedStatement prepared) {
            return recorded(prepared);
        }
        if (statement instanceof RawParameterizedSqlStatement raw) {
            return List.of(visited(withConstants(raw), visitors));
        }
        List<String> texts = new ArrayList<>();
        Sql[] generated = SqlGeneratorFactory.getInstance().generateSql(statement, database);
        for (Sql sql : generated == null ? new Sql[0] : generated) {
            texts.add(visited(sql.toSql(), visitors));
        }
        return texts;
    }

    private String visited(String sql, List<SqlVisitor> visitors) {
        String text = sql;
        for (SqlVisitor visitor : visitors) {
            text = visitor.modifySql(text, database);
        }
        return text;
    }

    private static String withConstants(RawParameterizedSqlStatement statement) {
        var constants = new java.util.TreeMap<Integer, String>();
        for (Object parameter : statement.getParameters()) {
            constants.put(constants.size() + 1, Literal.of(String.valueOf(parameter)));
        }
        return ParameterMarks.replace(statement.getSql(), constants);
    }

    private List<String> recorded(ExecutablePreparedStatement prepared) throws LiquibaseException {
        if (prepared instanceof ExecutablePreparedStatementBase base) {
            checkColumns(base);
        }
        List<StatementRecorder> recorders = new ArrayList<>();
        prepared.execute(new PreparedStatementFactory(new JdbcConnection() {
            @Override
            public PreparedStatement prepareStatement(String sql) {
                var recorder = new StatementRecorder(sql);
                recorders.add(recorder);
                return recorder.statement();
            }
        }));
        return recorders.stream().map(StatementRecorder::text).toList();
    }

    /** How a file is written depends on the type of its column: bytea, or a large object. */
    private void checkColumns(ExecutablePreparedStatementBase statement) throws LiquibaseException {
        for (ColumnConfig column : statement.getColumns()) {
            var example = new Column(
                    Table.class,
                    statement.getCatalogName(),
                    statement.getSchemaName(),
                    statement.getTableName(),
                    column.getName());
            if (column.getValueBlobFile() != null
                    && !SnapshotGeneratorFactory.getInstance().has(example, database)) {
                throw new LiquibaseException("column %s of table %s must be there to know how to write the file %s"
                                .formatted(column.getName(), statement.getTableName(), column.getValueBlobFile())
                        + "; apply the change sets before this one first");
            }
        }
    }

    /** Liquibase would look now which foreign keys there are; a script may make some of them before it gets here. */
    private String dropForeignKeys(DropAllForeignKeyConstraintsChange change) {
        String table = database.escapeTableName(null, change.getBaseTableSchemaName(), change.getBaseTableName());
        String code = """

                DECLARE
                    name text;
                BEGIN
                    FOR name IN SELECT conname FROM pg_catalog.pg_constraint
                                 WHERE contype = 'f' AND conrelid = %s::pg_catalog.regclass AND conparentid = 0 ORDER BY conname
                    LOOP
                        EXECUTE pg_catalog.format('ALTER TABLE %%s DROP CONSTRAINT %%I', %s, name);
                    END LOOP;
                END
                """.formatted(Literal.of(table), Literal.of(table));
        String tag = SqlText.dollarTag(code);
        return "DO " + tag + code + tag;
    }

    private static String raise(String message) {
        return "DO $stop$ BEGIN RAISE EXCEPTION USING MESSAGE = %s; END $stop$".formatted(Literal.of(message));
    }

    private static ProblemException failed(Change change, Position position, Exception e) {
        if (e instanceof ProblemException problem) {
            return problem;
        }
        return new ProblemException(
                Problem.of(ProblemCode.CHANGELOG, "cannot make SQL of this change: " + LiquibaseErrors.words(e))
                        .at(position)
                        .about(
                                change.getChangeSet() == null
                                        ? null
                                        : "change set " + change.getChangeSet().getId()),
                e);
    }
}

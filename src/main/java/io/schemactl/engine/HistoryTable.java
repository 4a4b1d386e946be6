package io.schemactl.engine;

import io.schemactl.db.WorkConnection;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.sql.Literal;
import io.schemactl.sql.QualifiedName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Liquibase's table DATABASECHANGELOG: read, made, and written as the stock engine would.
 *
 * <p>All writes are texts, so that a dry run prints them as they are.
 */
final class HistoryTable {

    /** The table's name, without its schema. */
    static final String NAME = "databasechangelog";

    /** How many characters an id, an author, a file name, contexts or labels may have. */
    static final int LONGEST = 255;

    /** The name of the table that the stock engine locks with. */
    static final String LOCK_NAME = "databasechangeloglock";

    /** Columns in the order and with the types of Liquibase 4.33. */
    /** The checksum of no text, of the version that the engine writes. */
    private static final String NO_CHECKSUM = "9:" + "0".repeat(32);

    private static final Map<String, String> COLUMNS = columns();

    private final QualifiedName name;

    HistoryTable(String schema) {
        this.name = QualifiedName.of(schema, NAME);
    }

    /** The table's name. */
    QualifiedName name() {
        return name;
    }

    /** The statement that makes the table, the same as the stock engine's. */
    String createStatement() {
        return COLUMNS.entrySet().stream()
                .map(column -> column.getKey() + " " + column.getValue())
                .collect(Collectors.joining(", ", "CREATE TABLE " + name.quoted() + " (", ")"));
    }

    /** Statements that add what an older Liquibase did not have yet; none if the table is complete. */
    List<String> upgradeStatements(WorkConnection connection) throws SQLException {
        Set<String> present = columns(connection);
        return COLUMNS.entrySet().stream()
                .filter(column -> !present.contains(column.getKey()))
                .map(column -> "ALTER TABLE %s ADD %s %s"
                        .formatted(
                                name.quoted(),
                                column.getKey(),
                                column.getValue().replace(" NOT NULL", "")))
                .toList();
    }

    private Set<String> columns(WorkConnection connection) throws SQLException {
        return Set.copyOf(connection.query("""
                SELECT pg_catalog.upper(a.attname) FROM pg_catalog.pg_attribute a
                 WHERE a.attrelid = pg_catalog.to_regclass(?) AND a.attnum > 0 AND NOT a.attisdropped
                """, row -> row.getString(1), name.quoted()));
    }

    /** Whether the table is there. */
    boolean exists(WorkConnection connection) throws SQLException {
        return connection
                .queryOne("SELECT pg_catalog.to_regclass(?) IS NOT NULL", row -> row.getBoolean(1), name.quoted())
                .orElse(false);
    }

    /**
     * Refuses a table of the same name that is somebody else's.
     *
     * @throws ProblemException with {@link ProblemCode#HISTORY} if columns are missing that every Liquibase has
     */
    void requireUsable(WorkConnection connection) throws SQLException {
        Set<String> present = columns(connection);
        if (!present.isEmpty()
                && !present.containsAll(Set.of("ID", "AUTHOR", "FILENAME", "DATEEXECUTED", "ORDEREXECUTED"))) {
            throw new ProblemException(
                    Problem.of(ProblemCode.HISTORY, "table %s is not a Liquibase history".formatted(name.display()))
                            .state("nothing was changed")
                            .fix("rename the table, or keep the history in another schema: --history-schema"));
        }
    }

    /** The rows, oldest first; none if there is no table. */
    List<HistoryRow> read(WorkConnection connection) throws SQLException {
        return exists(connection) ? connection.query(selectStatement(), HistoryTable::row) : List.of();
    }

    /** Reads through jsonb, so that columns which an older Liquibase did not have are null, not an error. */
    private String selectStatement() {
        return """
               SELECT r ->> 'id' AS id, r ->> 'author' AS author, r ->> 'filename' AS filename, h.dateexecuted,
                      h.orderexecuted, coalesce(r ->> 'exectype', 'EXECUTED') AS exectype, r ->> 'md5sum' AS md5sum,
                      r ->> 'description' AS description, r ->> 'comments' AS comments, r ->> 'tag' AS tag,
                      r ->> 'liquibase' AS liquibase, r ->> 'contexts' AS contexts, r ->> 'labels' AS labels,
                      r ->> 'deployment_id' AS deployment_id
                 FROM %s h CROSS JOIN LATERAL pg_catalog.to_jsonb(h) AS r
                ORDER BY h.orderexecuted, h.dateexecuted
               """.formatted(name.quoted());
    }

    private static HistoryRow row(ResultSet row) throws SQLException {
        return new HistoryRow(
                new ChangeSetId(row.getString("id"), row.getString("author"), row.getString("filename")),
                row.getObject("dateexecuted", LocalDateTime.class),
                row.getInt("orderexecuted"),
                row.getString("exectype"),
                row.getString("md5sum"),
                row.getString("description"),
                row.getString("comments"),
                row.getString("tag"),
                row.getString("liquibase"),
                row.getString("contexts"),
                row.getString("labels"),
                row.getString("deployment_id"));
    }

    /** The statement that records a change set for the first time. */
    String insertStatement(HistoryValues values, String execType) {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("ID", Literal.of(values.id().id()));
        columns.put("AUTHOR", Literal.of(values.id().author()));
        columns.put("FILENAME", Literal.of(values.id().file()));
        columns.putAll(common(values, execType));
        return "INSERT INTO %s (%s) VALUES (%s)"
                .formatted(name.quoted(), String.join(", ", columns.keySet()), String.join(", ", columns.values()));
    }

    /** The statement that records a change set once more. */
    String updateStatement(HistoryValues values, ChangeSetId recorded, String execType) {
        String set = common(values, execType).entrySet().stream()
                .filter(column -> !column.getKey().equals("TAG") || values.tag() != null)
                .map(column -> column.getKey() + " = " + column.getValue())
                .collect(Collectors.joining(", "));
        return "UPDATE %s SET %s WHERE %s".formatted(name.quoted(), set, isRow(recorded));
    }

    /** The statement that gives a row the checksum of today's algorithm. */
    String checksumStatement(HistoryValues values, ChangeSetId recorded) {
        return "UPDATE %s SET MD5SUM = %s WHERE %s"
                .formatted(name.quoted(), Literal.of(values.checksum()), isRow(recorded));
    }

    /** The statement that makes a change set look as if it had been another one when it was applied. */
    String outdateStatement(ChangeSetId recorded) {
        return "UPDATE %s SET MD5SUM = %s WHERE %s".formatted(name.quoted(), Literal.of(NO_CHECKSUM), isRow(recorded));
    }

    /** The statement that forgets a change set. */
    String deleteStatement(ChangeSetId recorded) {
        return "DELETE FROM %s WHERE %s".formatted(name.quoted(), isRow(recorded));
    }

    /** The condition that holds for a change set's row. */
    static String isRow(ChangeSetId id) {
        return "ID = %s AND AUTHOR = %s AND FILENAME = %s"
                .formatted(Literal.of(id.id()), Literal.of(id.author()), Literal.of(id.file()));
    }

    private Map<String, String> common(HistoryValues values, String execType) {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("DATEEXECUTED", "NOW()");
        columns.put("ORDEREXECUTED", "(SELECT COALESCE(MAX(ORDEREXECUTED), 0) + 1 FROM %s)".formatted(name.quoted()));
        columns.put("MD5SUM", Literal.of(values.checksum()));
        columns.put("DESCRIPTION", Literal.of(values.description()));
        columns.put("COMMENTS", Literal.of(values.comments()));
        columns.put("EXECTYPE", Literal.of(execType));
        columns.put("CONTEXTS", nullable(values.contexts()));
        columns.put("LABELS", nullable(values.labels()));
        columns.put("LIQUIBASE", Literal.of(values.liquibase()));
        columns.put("DEPLOYMENT_ID", Literal.of(values.deployment()));
        columns.put("TAG", nullable(values.tag()));
        return columns;
    }

    private static String nullable(@org.jspecify.annotations.Nullable String value) {
        return value == null ? "NULL" : Literal.of(value);
    }

    private static Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        for (String name : Arrays.asList("ID", "AUTHOR", "FILENAME")) {
            columns.put(name, "VARCHAR(255) NOT NULL");
        }
        columns.put("DATEEXECUTED", "TIMESTAMP WITHOUT TIME ZONE NOT NULL");
        columns.put("ORDEREXECUTED", "INTEGER NOT NULL");
        columns.put("EXECTYPE", "VARCHAR(10) NOT NULL");
        columns.put("MD5SUM", "VARCHAR(35)");
        columns.put("DESCRIPTION", "VARCHAR(255)");
        columns.put("COMMENTS", "VARCHAR(255)");
        columns.put("TAG", "VARCHAR(255)");
        columns.put("LIQUIBASE", "VARCHAR(20)");
        columns.put("CONTEXTS", "VARCHAR(255)");
        columns.put("LABELS", "VARCHAR(255)");
        columns.put("DEPLOYMENT_ID", "VARCHAR(10)");
        return columns;
    }
}

package io.schemactl.db;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the server answered to a statement.
 *
 * @param columns of the rows; none if the statement returns no rows
 * @param rows the values as PostgreSQL's own text
 * @param affected the number of rows that were returned, or inserted, updated or deleted
 */
public record Answer(List<AnswerColumn> columns, List<List<@Nullable String>> rows, long affected) {

    /** Copies the lists. */
    public Answer {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * A column of an answer.
     *
     * @param name its name, which other columns may have too
     * @param type PostgreSQL's short name of its type, such as {@code int4}; of a domain, that of its base type
     */
    public record AnswerColumn(String name, String type) {}

    static Answer read(Statement statement, boolean hasRows) throws SQLException {
        if (!hasRows) {
            return new Answer(List.of(), List.of(), Math.max(0, statement.getLargeUpdateCount()));
        }
        try (ResultSet result = statement.getResultSet()) {
            List<AnswerColumn> columns = columns(result.getMetaData());
            List<List<@Nullable String>> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(row(result, columns.size()));
            }
            return new Answer(columns, rows, rows.size());
        }
    }

    private static List<AnswerColumn> columns(ResultSetMetaData described) throws SQLException {
        List<AnswerColumn> columns = new ArrayList<>();
        for (int i = 1; i <= described.getColumnCount(); i++) {
            columns.add(new AnswerColumn(described.getColumnLabel(i), described.getColumnTypeName(i)));
        }
        return columns;
    }

    private static List<@Nullable String> row(ResultSet result, int columns) throws SQLException {
        List<@Nullable String> row = new ArrayList<>(columns);
        for (int i = 1; i <= columns; i++) {
            row.add(result.getString(i));
        }
        return Collections.unmodifiableList(row);
    }
}

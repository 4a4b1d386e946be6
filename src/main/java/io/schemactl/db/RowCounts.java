package io.schemactl.db;

import io.schemactl.sql.Identifier;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Counts rows and values, with patience for a few seconds; after that the planner's estimate must do
 * (columns reltuples of pg_class, null_frac of pg_stats).
 */
public final class RowCounts {

    private static final String PATIENCE = "5s";
    private static final String CANCELLED = "57014";
    private static final String LOCKED = "55P03";

    /**
     * A number of rows or values.
     *
     * @param amount the number
     * @param isEstimate whether it is only the planner's estimate
     */
    public record Count(long amount, boolean isEstimate) {}

    private final WorkConnection connection;

    /** Counts over a connection. */
    public RowCounts(WorkConnection connection) {
        this.connection = connection;
    }

    /** The rows of a table, given as quoted; empty if there is no such table. */
    public Optional<Count> rows(String table) throws SQLException {
        return exists(table) ? Optional.of(count("count(*)", table, "1")) : Optional.empty();
    }

    /** The values of a column that are not null; empty if there is no such table or column. */
    public Optional<Count> values(String table, String column) throws SQLException {
        boolean exists = connection
                .queryOne("""
                        SELECT true FROM pg_catalog.pg_attribute a
                         WHERE a.attrelid = pg_catalog.to_regclass(?) AND a.attname = ? AND NOT a.attisdropped
                        """, row -> row.getBoolean(1), table, column)
                .isPresent();
        String filled = """
                (1 - coalesce((SELECT s.null_frac FROM pg_catalog.pg_stats s
                  JOIN pg_catalog.pg_namespace n ON n.nspname = s.schemaname
                 WHERE n.oid = c.relnamespace AND s.tablename = c.relname AND s.attname = %s), 0))""".formatted(io.schemactl.sql.Literal.of(column));
        return exists
                ? Optional.of(count("count(" + new Identifier(column).quoted() + ")", table, filled))
                : Optional.empty();
    }

    private boolean exists(String table) throws SQLException {
        return connection
                .queryOne("SELECT pg_catalog.to_regclass(?) IS NOT NULL", row -> row.getBoolean(1), table)
                .orElse(false);
    }

    private Count count(String what, String table, String share) throws SQLException {
        connection.execute(
                "BEGIN; SET LOCAL statement_timeout = '%s'; SET LOCAL lock_timeout = '1s'".formatted(PATIENCE));
        try {
            return connection
                    .queryOne(
                            "SELECT pg_catalog.%s FROM %s".formatted(what, table),
                            row -> new Count(row.getLong(1), false))
                    .orElseThrow();
        } catch (SQLException e) {
            boolean isImpatience = CANCELLED.equals(e.getSQLState())
                    && !connection.interruption().isRequested();
            if (isImpatience || LOCKED.equals(e.getSQLState())) {
                connection.rollback();
                return estimate(table, share);
            }
            throw e;
        } finally {
            connection.rollback();
        }
    }

    private Count estimate(String table, String share) throws SQLException {
        return connection
                .queryOne(
                        "SELECT (greatest(c.reltuples, 0) * %s)::bigint FROM pg_catalog.pg_class c WHERE c.oid = pg_catalog.to_regclass(?)"
                                .formatted(share),
                        row -> new Count(row.getLong(1), true),
                        table)
                .orElse(new Count(0, true));
    }
}

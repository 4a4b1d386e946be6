package io.schemactl.engine;

import io.schemactl.db.WorkConnection;
import io.schemactl.sql.QualifiedName;
import java.sql.SQLException;
import java.util.Set;

/** Finds the tables that are schemactl's and Liquibase's own, in whatever schema, without knowing a changelog. */
public final class OwnTables {

    private static final String QUERY = """
            SELECT n.nspname, c.relname
              FROM pg_catalog.pg_class AS c
              JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
             WHERE c.relkind = 'r'
               AND c.relname IN (?, ?, ?)
               AND EXISTS (SELECT
                             FROM pg_catalog.pg_class AS h
                             JOIN pg_catalog.pg_attribute AS a ON a.attrelid = h.oid
                            WHERE h.relnamespace = c.relnamespace
                              AND h.relname = ?
                              AND h.relkind = 'r'
                              AND a.attname IN ('id', 'author', 'filename', 'orderexecuted', 'exectype')
                            HAVING pg_catalog.count(*) = 5)
            """;

    private OwnTables() {}

    /** The tables; none of a name alone, but only beside a history with its columns. */
    public static Set<QualifiedName> find(WorkConnection connection) throws SQLException {
        return Set.copyOf(connection.query(
                QUERY,
                row -> QualifiedName.of(row.getString(1), row.getString(2)),
                HistoryTable.NAME,
                HistoryTable.LOCK_NAME,
                StartJournal.NAME,
                HistoryTable.NAME));
    }

    /** Whether a table is the history itself. */
    public static boolean isHistory(QualifiedName table) {
        return table.name().name().equals(HistoryTable.NAME);
    }
}

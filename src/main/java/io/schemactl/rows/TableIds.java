package io.schemactl.rows;

import io.schemactl.db.WorkConnection;
import io.schemactl.rows.TableContents.Content;
import io.schemactl.rows.TableContents.Listed;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which table and column has which name at one moment, by the numbers that stay when names change.
 *
 * @param tables the tables' names by their object identifiers
 * @param columns the columns' names by their tables' object identifiers and their own numbers
 */
public record TableIds(Map<Long, QualifiedName> tables, Map<Long, Map<Integer, Identifier>> columns) {

    private static final String QUERY = """
            SELECT c.oid, n.nspname, c.relname, a.attnum, a.attname
              FROM pg_catalog.pg_class AS c
              JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
              LEFT JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
             WHERE c.relkind IN ('r', 'p') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
            """;

    /** Copies the maps. */
    public TableIds {
        tables = Map.copyOf(tables);
        columns = Map.copyOf(columns);
    }

    private record Found(long table, QualifiedName name, int number, Identifier column) {}

    /**
     * The names as they are now.
     *
     * @throws SQLException if the connection is lost or the user interrupts
     */
    public static TableIds load(WorkConnection connection) throws SQLException {
        Map<Long, QualifiedName> tables = new HashMap<>();
        Map<Long, Map<Integer, Identifier>> columns = new HashMap<>();
        for (Found found : connection.query(
                QUERY,
                row -> new Found(
                        row.getLong(1),
                        QualifiedName.of(row.getString(2), row.getString(3)),
                        row.getInt(4),
                        // A table without columns has one row, and no column's number is 0.
                        new Identifier(row.getInt(4) == 0 ? row.getString(3) : row.getString(5))))) {
            tables.put(found.table(), found.name());
            Map<Integer, Identifier> own = columns.computeIfAbsent(found.table(), key -> new HashMap<>());
            if (found.number() > 0) {
                own.put(found.number(), found.column());
            }
        }
        return new TableIds(tables, columns);
    }

    /**
     * The name that a table had at an earlier moment, if it had another one and that name is not another table's now; otherwise the
     * name that it has.
     */
    public QualifiedName former(QualifiedName table, TableIds earlier) {
        return id(table).stream()
                .map(earlier.tables()::get)
                .filter(name -> name != null && !tables.containsValue(name))
                .findFirst()
                .orElse(table);
    }

    /** The same for a column of a table. */
    public Identifier former(QualifiedName table, Identifier column, TableIds earlier) {
        for (Long id : id(table)) {
            Map<Integer, Identifier> own = columns.getOrDefault(id, Map.of());
            for (Map.Entry<Integer, Identifier> entry : own.entrySet()) {
                Identifier name = earlier.columns().getOrDefault(id, Map.of()).get(entry.getKey());
                if (entry.getValue().equals(column) && name != null && !own.containsValue(name)) {
                    return name;
                }
            }
        }
        return column;
    }

    private List<Long> id(QualifiedName table) {
        return tables.entrySet().stream()
                .filter(entry -> entry.getValue().equals(table))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** A reading of this moment with the names of an earlier one; of a table that was only counted and hashed, the table's name. */
    public TableContents under(TableIds earlier, TableContents contents) {
        SortedMap<QualifiedName, Content> renamed = new TreeMap<>();
        contents.tables()
                .forEach((table, content) -> renamed.put(
                        former(table, earlier),
                        content instanceof Listed listed ? under(earlier, table, listed) : content));
        return new TableContents(renamed);
    }

    private Listed under(TableIds earlier, QualifiedName table, Listed listed) {
        return new Listed(
                listed.columns().stream()
                        .map(column -> former(table, column, earlier))
                        .toList(),
                listed.key().stream()
                        .map(column -> former(table, column, earlier))
                        .toList(),
                listed.rows());
    }
}

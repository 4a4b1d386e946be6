package io.schemactl.rows;

import io.schemactl.catalog.ForeignKey;
import io.schemactl.db.WorkConnection;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The keys that foreign keys can refer to. */
final class References {

    private static final int MOST = 100;

    /**
     * Columns of a table.
     *
     * @param table the table
     * @param columns some of its columns
     */
    record Columns(QualifiedName table, List<Identifier> columns) {
        static Columns of(ForeignKey key) {
            return new Columns(key.referenced(), key.referencedColumns());
        }
    }

    private final Attempts attempts;
    private final Map<Columns, List<List<String>>> known = new HashMap<>();
    private final Map<Columns, List<String>> promised = new HashMap<>();
    private final Set<ForeignKey> postponed = new HashSet<>();

    References(Attempts attempts) {
        this.attempts = attempts;
    }

    /** What a foreign key can refer to now, each as texts in the order of its columns. */
    List<List<String>> to(ForeignKey key) throws SQLException {
        if (postponed.contains(key)) {
            return List.of();
        }
        Columns columns = Columns.of(key);
        List<String> promise = promised.get(columns);
        if (promise != null) {
            return List.of(promise);
        }
        List<List<String>> tuples = known.get(columns);
        if (tuples == null) {
            tuples = load(columns);
            if (!tuples.isEmpty()) {
                known.put(columns, tuples);
            }
        }
        return tuples;
    }

    private List<List<String>> load(Columns wanted) throws SQLException {
        String texts = wanted.columns().stream()
                .map(column -> "(%s::pg_catalog.text) COLLATE \"C\"".formatted(column.quoted()))
                .collect(Collectors.joining(", "));
        String filled = wanted.columns().stream()
                .map(column -> column.quoted() + " IS NOT NULL")
                .collect(Collectors.joining(" AND "));
        String order = IntStream.rangeClosed(1, wanted.columns().size())
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(", "));
        String sql = "SELECT DISTINCT %s FROM %s WHERE %s ORDER BY %s LIMIT %d"
                .formatted(texts, wanted.table().quoted(), filled, order, MOST);
        int width = wanted.columns().size();
        WorkConnection.RowMapper<List<String>> mapper = row -> texts(row, width);
        return attempts.query(sql, mapper).orElse(List.of());
    }

    private static List<String> texts(ResultSet row, int width) throws SQLException {
        var texts = new ArrayList<String>();
        for (int i = 1; i <= width; i++) {
            texts.add(row.getString(i));
        }
        return texts;
    }

    /** Forgets the keys that were read of tables: there may be more by now. */
    void refresh(Collection<QualifiedName> tables) {
        known.keySet().removeIf(columns -> tables.contains(columns.table()));
    }

    /** Makes a foreign key have nothing to refer to, until {@link #resume}. */
    void postpone(ForeignKey key) {
        postponed.add(key);
    }

    /** Ends what {@link #postpone} began. */
    void resume(ForeignKey key) {
        postponed.remove(key);
    }

    /** Promises that there will be a row with a key; foreign keys to it take this one only. */
    void promise(Columns columns, List<String> key) {
        promised.put(columns, List.copyOf(key));
    }

    /** The promised keys of a table. */
    Map<Identifier, Cell> promised(QualifiedName table) {
        Map<Identifier, Cell> cells = new HashMap<>();
        promised.forEach((columns, key) -> {
            if (columns.table().equals(table)) {
                for (int i = 0; i < key.size(); i++) {
                    cells.put(columns.columns().get(i), Cell.of(key.get(i)));
                }
            }
        });
        return cells;
    }

    /** Ends all promises, kept or not. */
    void endPromises() {
        promised.clear();
        known.clear();
    }
}

package io.schemactl.rows;

import io.schemactl.rows.TableContents.Listed;
import io.schemactl.rows.TableContents.Row;
import io.schemactl.sql.Identifier;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A table's rows at four moments of a way there and back.
 *
 * @param before before the way there
 * @param there behind it; null if the table or its key is not there then
 * @param filled with the rows that were put in there
 * @param back after the way back
 */
public record RoundTrip(
        Listed before, @Nullable Listed there, @Nullable Listed filled, Listed back) {

    /** What became of the rows: matched by the primary key that the table had before, or as multisets of whole rows. */
    public Fate fate() {
        List<Identifier> key = before.key();
        List<Identifier> common =
                before.columns().stream().filter(back.columns()::contains).toList();
        if (!key.isEmpty() && common.containsAll(key)) {
            Optional<Map<Row, Row>> old = findByKey(before, key);
            Optional<Map<Row, Row>> now = findByKey(back, key);
            if (old.isPresent() && now.isPresent()) {
                return byKey(old.get(), now.get(), common);
            }
        }
        return new RowBalance(this).fate();
    }

    private static Optional<Map<Row, Row>> findByKey(@Nullable Listed listed, List<Identifier> key) {
        return listed == null || !listed.columns().containsAll(key)
                ? Optional.empty()
                : ListedRows.findByKey(listed, key, listed.columns());
    }

    private Fate byKey(Map<Row, Row> old, Map<Row, Row> now, List<Identifier> common) {
        Map<Row, Row> upgraded = findByKey(filled, before.key()).orElse(Map.of());
        Set<Row> unfilled = findByKey(there, before.key()).orElse(Map.of()).keySet();
        SortedMap<Identifier, Long> changed = new TreeMap<>();
        SortedMap<Identifier, Long> damaged = new TreeMap<>();
        long deleted = 0;
        long gone = 0;
        for (Map.Entry<Row, Row> entry : old.entrySet()) {
            Row row = now.get(entry.getKey());
            Row between = upgraded.get(entry.getKey());
            if (row == null) {
                deleted += between == null ? 1 : 0;
                gone += between == null ? 0 : 1;
                continue;
            }
            for (Identifier column : common) {
                String was = value(before, entry.getValue(), column);
                if (!Objects.equals(was, value(back, row, column))) {
                    boolean isTouched = isTouched(between, column, was);
                    (isTouched ? changed : damaged).merge(column, 1L, Long::sum);
                }
            }
        }
        Set<Row> added = new HashSet<>(now.keySet());
        added.removeAll(old.keySet());
        long kept = added.stream().filter(unfilled::contains).count();
        long strange = added.stream()
                .filter(key -> !unfilled.contains(key) && !upgraded.containsKey(key))
                .count();
        return new Fate(deleted, gone, kept, strange, changed, damaged);
    }

    private boolean isTouched(@Nullable Row between, Identifier column, @Nullable String was) {
        return between == null
                || filled == null
                || !filled.columns().contains(column)
                || !Objects.equals(was, value(filled, between, column));
    }

    private static @Nullable String value(Listed listed, Row row, Identifier column) {
        return row.values().get(listed.columns().indexOf(column));
    }

    /** How often each row is there, by its values in some columns. */
    static Map<Row, Integer> counts(@Nullable Listed listed, List<Identifier> columns) {
        Map<Row, Integer> counts = new HashMap<>();
        if (listed != null && listed.columns().containsAll(columns)) {
            ListedRows.projected(listed, columns).forEach(row -> counts.merge(row, 1, Integer::sum));
        }
        return counts;
    }
}

package io.schemactl.rows;

import io.schemactl.rows.ContentsDifference.RowsDiffer;
import io.schemactl.rows.TableContents.Listed;
import io.schemactl.rows.TableContents.Row;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table in two readings.
 *
 * @param table the table
 * @param before its rows in the earlier one
 * @param after its rows in the later one
 */
record ListedRows(QualifiedName table, Listed before, Listed after) {

    RowsDiffer compare() {
        List<Identifier> common =
                before.columns().stream().filter(after.columns()::contains).toList();
        List<Identifier> key = before.key();
        if (!key.isEmpty() && common.containsAll(key)) {
            Optional<Map<Row, Row>> one = findByKey(before, key, common);
            Optional<Map<Row, Row>> other = findByKey(after, key, common);
            if (one.isPresent() && other.isPresent()) {
                return compareByKey(one.get(), other.get(), common);
            }
        }
        return compareAsMultisets(common);
    }

    private RowsDiffer compareByKey(Map<Row, Row> one, Map<Row, Row> other, List<Identifier> common) {
        SortedMap<Identifier, @Nullable Long> changed = new TreeMap<>();
        Set<Row> stayed = new HashSet<>(one.keySet());
        stayed.retainAll(other.keySet());
        for (Row key : stayed) {
            List<@Nullable String> old = values(one, key);
            List<@Nullable String> now = values(other, key);
            for (int i = 0; i < common.size(); i++) {
                if (!Objects.equals(old.get(i), now.get(i))) {
                    changed.merge(common.get(i), 1L, Long::sum);
                }
            }
        }
        return new RowsDiffer(table, one.size() - stayed.size(), other.size() - stayed.size(), changed, gone());
    }

    private static List<@Nullable String> values(Map<Row, Row> rows, Row key) {
        return Objects.requireNonNull(rows.get(key)).values();
    }

    private RowsDiffer compareAsMultisets(List<Identifier> common) {
        Map<Row, Integer> balance = balance(common);
        long lost = balance.values().stream()
                .filter(count -> count > 0)
                .mapToLong(Integer::longValue)
                .sum();
        long added = -balance.values().stream()
                .filter(count -> count < 0)
                .mapToLong(Integer::longValue)
                .sum();
        SortedMap<Identifier, @Nullable Long> changed = new TreeMap<>();
        for (Identifier column : common) {
            long values = balance(List.of(column)).values().stream()
                    .filter(count -> count > 0)
                    .mapToLong(Integer::longValue)
                    .sum();
            if (values > 0 && before.rows().size() == after.rows().size()) {
                changed.put(column, values);
            }
        }
        return new RowsDiffer(table, lost, added, changed, gone());
    }

    /** How many more rows there were before than are after, by their values in some columns. */
    private Map<Row, Integer> balance(List<Identifier> columns) {
        Map<Row, Integer> balance = new HashMap<>();
        projected(before, columns).forEach(row -> balance.merge(row, 1, Integer::sum));
        projected(after, columns).forEach(row -> balance.merge(row, -1, Integer::sum));
        return balance;
    }

    private NavigableMap<Identifier, Long> gone() {
        NavigableMap<Identifier, Long> gone = new TreeMap<>(values(before));
        after.columns().forEach(gone::remove);
        return gone;
    }

    /** How many values of each column are not NULL. */
    static Map<Identifier, Long> values(Listed listed) {
        Map<Identifier, Long> values = new TreeMap<>();
        for (int i = 0; i < listed.columns().size(); i++) {
            int at = i;
            values.put(
                    listed.columns().get(i),
                    listed.rows().stream()
                            .filter(row -> row.values().get(at) != null)
                            .count());
        }
        return values;
    }

    /** The rows by their keys; empty if these are not unique. */
    static Optional<Map<Row, Row>> findByKey(Listed listed, List<Identifier> key, List<Identifier> columns) {
        List<Row> keys = projected(listed, key);
        List<Row> rows = projected(listed, columns);
        Map<Row, Row> found = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            if (found.put(keys.get(i), rows.get(i)) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(found);
    }

    /** The rows with some of their columns only. */
    static List<Row> projected(Listed listed, List<Identifier> columns) {
        List<Integer> places = columns.stream().map(listed.columns()::indexOf).toList();
        List<Row> rows = new ArrayList<>();
        for (Row row : listed.rows()) {
            List<@Nullable String> values = new ArrayList<>();
            places.forEach(place -> values.add(row.values().get(place)));
            rows.add(new Row(values));
        }
        return rows;
    }
}

package io.schemactl.rows;

import io.schemactl.rows.TableContents.Listed;
import io.schemactl.rows.TableContents.Row;
import io.schemactl.sql.Identifier;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Balances the rows of a table without a primary key: a row that was changed is one that went and one that came. */
final class RowBalance {

    private final RoundTrip trip;
    private final List<Identifier> columns;
    private long deleted;
    private long gone;
    private long kept;
    private long strange;

    RowBalance(RoundTrip trip) {
        this.trip = trip;
        Listed between = trip.filled();
        this.columns = trip.before().columns().stream()
                .filter(trip.back().columns()::contains)
                .filter(column -> between == null || between.columns().contains(column))
                .toList();
    }

    Fate fate() {
        Map<Row, Integer> before = RoundTrip.counts(trip.before(), columns);
        Map<Row, Integer> there = RoundTrip.counts(trip.there(), columns);
        Map<Row, Integer> filled = RoundTrip.counts(trip.filled(), columns);
        Map<Row, Integer> back = RoundTrip.counts(trip.back(), columns);
        Set<Row> all = new HashSet<>(before.keySet());
        all.addAll(back.keySet());
        for (Row row : all) {
            int was = count(before, row);
            int is = count(back, row);
            int between = count(filled, row);
            int lost = Math.max(0, was - is);
            int lostThere = Math.min(lost, Math.max(0, was - between));
            deleted += lostThere;
            gone += lost - lostThere;
            int more = Math.max(0, is - was);
            int moreThere = Math.min(more, Math.max(0, count(there, row) - was));
            int putIn = Math.max(0, between - Math.max(was, count(there, row)));
            kept += moreThere;
            strange += Math.max(0, more - moreThere - putIn);
        }
        return paired();
    }

    private static int count(Map<Row, Integer> counts, Row row) {
        return counts.getOrDefault(row, 0);
    }

    private Fate paired() {
        long leftChanged = Math.min(deleted, kept);
        long otherwise = Math.min(deleted - leftChanged, strange);
        SortedMap<Identifier, Long> changed = new TreeMap<>();
        if (leftChanged + otherwise > 0) {
            columns.forEach(column -> {
                long values = values(trip.before(), trip.back(), column);
                if (values > 0) {
                    changed.put(column, Math.min(values, leftChanged + otherwise));
                }
            });
        }
        return changed.isEmpty()
                ? new Fate(deleted, gone, kept, strange, changed, new TreeMap<>())
                : new Fate(
                        deleted - leftChanged - otherwise,
                        gone,
                        kept - leftChanged,
                        strange - otherwise,
                        changed,
                        new TreeMap<>());
    }

    /** How many values of a column are not there any more. */
    private static long values(Listed before, @Nullable Listed back, Identifier column) {
        Map<Row, Integer> now = RoundTrip.counts(back, List.of(column));
        return RoundTrip.counts(before, List.of(column)).entrySet().stream()
                .mapToLong(entry -> Math.max(0, entry.getValue() - count(now, entry.getKey())))
                .sum();
    }
}

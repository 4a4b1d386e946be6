package io.schemactl.rows;

import io.schemactl.rows.ContentsDifference.NotCompared;
import io.schemactl.rows.ContentsDifference.RowsDiffer;
import io.schemactl.rows.ContentsDifference.TableDifference;
import io.schemactl.rows.ContentsDifference.TableGone;
import io.schemactl.rows.TableContents.ColumnDigest;
import io.schemactl.rows.TableContents.Content;
import io.schemactl.rows.TableContents.Digested;
import io.schemactl.rows.TableContents.Listed;
import io.schemactl.rows.TableContents.Unreadable;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares the rows of two readings, in the tables and columns that both have.
 *
 * <p>Rows are matched by the primary key that the table had before, if its columns are still there and still unique; otherwise as
 * multisets of whole rows.
 */
public final class ContentsComparison {

    /** Why rows that were only counted and hashed cannot be compared any further. */
    static final String TOO_MANY = "it has too many rows to compare the values of those that stayed";

    /** Why they cannot be compared any further where each column by itself has the values that it had. */
    static final String EACH_COLUMN =
            "it has too many rows and no primary key: each column has the values it had, but rows may differ";

    private ContentsComparison() {}

    /** What became of the rows that were there before. */
    public static ContentsDifference compare(TableContents before, TableContents after) {
        var found = new ArrayList<TableDifference>();
        before.tables().forEach((table, content) -> {
            Content now = after.tables().get(table);
            if (now == null) {
                found.add(gone(table, content));
            } else {
                compare(table, content, now).forEach(found::add);
            }
        });
        return new ContentsDifference(found);
    }

    private static TableDifference gone(QualifiedName table, Content content) {
        if (content instanceof Unreadable unreadable) {
            return new NotCompared(table, unreadable.reason());
        }
        return new TableGone(table, count(content));
    }

    private static long count(Content content) {
        if (content instanceof Listed listed) {
            return listed.rows().size();
        }
        return content instanceof Digested digested ? digested.rows() : 0;
    }

    private static Stream<TableDifference> compare(QualifiedName table, Content before, Content after) {
        Optional<String> unreadable = Stream.of(before, after)
                .filter(Unreadable.class::isInstance)
                .map(content -> ((Unreadable) content).reason())
                .findFirst();
        if (unreadable.isPresent()) {
            return Stream.of(new NotCompared(table, unreadable.get()));
        }
        if (before instanceof Listed one && after instanceof Listed other) {
            RowsDiffer difference = new ListedRows(table, one, other).compare();
            return difference.isAny() ? Stream.of(difference) : Stream.empty();
        }
        if (before instanceof Digested one && after instanceof Digested other) {
            return compareDigests(table, one, other);
        }
        // One reading kept the rows and the other did not, so there are not as many as before.
        return Stream.of(
                counted(table, count(before), count(after), goneColumns(before, after), new TreeMap<>()),
                new NotCompared(table, TOO_MANY));
    }

    private static Stream<TableDifference> compareDigests(QualifiedName table, Digested before, Digested after) {
        SortedMap<Identifier, @Nullable Long> changed = new TreeMap<>();
        boolean sameKey = before.key().equals(after.key());
        boolean sameCount = before.rows() == after.rows();
        before.columns().forEach((column, digest) -> {
            ColumnDigest now = after.columns().get(column);
            if (now != null && sameKey && sameCount && !now.hash().equals(digest.hash())) {
                changed.put(column, null);
            }
        });
        RowsDiffer difference = counted(table, before.rows(), after.rows(), goneColumns(before, after), changed);
        var found = new ArrayList<TableDifference>();
        if (difference.isAny()) {
            found.add(difference);
        }
        if (!sameKey || !sameCount) {
            found.add(new NotCompared(table, TOO_MANY));
        } else if (before.key().isEmpty() && changed.isEmpty() && !isSameRows(before, after)) {
            found.add(new NotCompared(table, EACH_COLUMN));
        }
        return found.stream();
    }

    private static boolean isSameRows(Digested before, Digested after) {
        return before.columns().keySet().equals(after.columns().keySet())
                && before.hash().equals(after.hash());
    }

    private static RowsDiffer counted(
            QualifiedName table,
            long before,
            long after,
            SortedMap<Identifier, Long> gone,
            SortedMap<Identifier, @Nullable Long> changed) {
        return new RowsDiffer(table, Math.max(0, before - after), Math.max(0, after - before), changed, gone);
    }

    private static SortedMap<Identifier, Long> goneColumns(Content before, Content after) {
        SortedMap<Identifier, Long> gone = new TreeMap<>(values(before));
        gone.keySet().removeAll(values(after).keySet());
        return gone;
    }

    /** The columns with how many values are not NULL. */
    private static Map<Identifier, Long> values(Content content) {
        Map<Identifier, Long> values = new TreeMap<>();
        if (content instanceof Listed listed) {
            values.putAll(ListedRows.values(listed));
        } else if (content instanceof Digested digested) {
            digested.columns().forEach((column, digest) -> values.put(column, digest.values()));
        }
        return values;
    }
}

package io.schemactl.prove;

import io.schemactl.rows.ContentsComparison;
import io.schemactl.rows.ContentsDifference.NotCompared;
import io.schemactl.rows.ContentsDifference.RowsDiffer;
import io.schemactl.rows.ContentsDifference.TableDifference;
import io.schemactl.rows.Fate;
import io.schemactl.rows.TableContents;
import io.schemactl.rows.TableContents.Content;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Judges the rows of a table that has too many of them to be looked at one by one: by counts, and by hashes of columns. */
final class LargeTableJudge {

    private final RowVerdict verdict;
    private final QualifiedName table;

    LargeTableJudge(RowVerdict verdict, QualifiedName table) {
        this.verdict = verdict;
        this.table = table;
    }

    /**
     * Judges a table.
     *
     * @param there right after the story; null if the table is not there then
     * @param filled with the rows that were put in there
     */
    void judge(Content before, @Nullable Content there, @Nullable Content filled, Content back) {
        for (TableDifference difference : differences(before, back)) {
            if (difference instanceof NotCompared not) {
                verdict.notCompared(table, not.reason());
            } else if (difference instanceof RowsDiffer rows) {
                judgeNumber(rows, before, there, filled);
                judgeColumns(rows, before, filled);
            }
        }
    }

    private void judgeNumber(RowsDiffer rows, Content before, @Nullable Content there, @Nullable Content filled) {
        long was = RowCounting.rows(before);
        long byStory = there == null ? was : Math.max(0, was - RowCounting.rows(there));
        long putIn = filled == null ? 0 : Math.max(0, RowCounting.rows(filled) - was);
        SortedMap<Identifier, Long> none = new TreeMap<>();
        long deleted = Math.min(rows.lost(), byStory);
        long kept = there == null ? 0 : Math.min(rows.added(), Math.max(0, RowCounting.rows(there) - was));
        long strange = Math.max(0, rows.added() - Math.max(kept, putIn));
        verdict.add(table, new Fate(deleted, rows.lost() - deleted, kept, strange, none, none));
    }

    private void judgeColumns(RowsDiffer rows, Content before, @Nullable Content filled) {
        var touched = new TreeSet<Identifier>();
        if (filled != null) {
            differences(before, filled).stream()
                    .filter(RowsDiffer.class::isInstance)
                    .map(RowsDiffer.class::cast)
                    .forEach(story -> {
                        touched.addAll(story.changed().keySet());
                        touched.addAll(story.columnsGone().keySet());
                    });
        }
        rows.changed().forEach((column, amount) -> {
            if (filled == null || touched.contains(column)) {
                verdict.lost(table, column, Loss.Kind.CHANGED_VALUES, amount == null ? 0 : amount);
            } else {
                verdict.damaged(
                        table, "changes values of column %s that the story left alone".formatted(column.display()));
            }
        });
    }

    private List<TableDifference> differences(Content one, Content other) {
        return ContentsComparison.compare(
                        new TableContents(new TreeMap<>(Map.of(table, one))),
                        new TableContents(new TreeMap<>(Map.of(table, other))))
                .tables();
    }
}

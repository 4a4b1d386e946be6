package io.schemactl.prove;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.Column;
import io.schemactl.catalog.Table;
import io.schemactl.rows.Fate;
import io.schemactl.rows.RoundTrip;
import io.schemactl.rows.TableContents;
import io.schemactl.rows.TableContents.Content;
import io.schemactl.rows.TableContents.Listed;
import io.schemactl.rows.TableContents.Unreadable;
import io.schemactl.rows.TableIds;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a story and its rollback did to rows: what the story itself cannot bring back, and what the rollback damages although the story
 * left it alone, or leaves although it was not there.
 */
public final class RowJudge {

    private final Stage before;
    private final TableContents there;
    private final Stage upgraded;
    private final RowVerdict verdict;

    /**
     * Schema and rows at one moment.
     *
     * @param catalog the schema
     * @param contents the rows
     * @param ids the names of tables and columns
     */
    public record Stage(Catalog catalog, TableContents contents, TableIds ids) {}

    /**
     * A judge of one story.
     *
     * @param defaultSchema the schema that messages do not mention
     * @param before before the story
     * @param there the rows right after it
     * @param upgraded after it, with rows in its own tables too
     */
    public RowJudge(Identifier defaultSchema, Stage before, TableContents there, Stage upgraded) {
        this.before = before;
        this.there = there;
        this.upgraded = upgraded;
        this.verdict = new RowVerdict(defaultSchema);
    }

    /**
     * Judges what the rows are after the rollback.
     *
     * @param contents the rows after the rollback
     */
    public RowVerdict judge(TableContents contents) {
        addOwnTables();
        TableContents right = upgraded.ids().under(before.ids(), there);
        TableContents filled = upgraded.ids().under(before.ids(), upgraded.contents());
        before.contents().tables().forEach((table, was) -> {
            Content is = contents.tables().get(table);
            if (is == null) {
                // The schema differs too, which is said already.
                verdict.deleted(table, RowCounting.rows(was));
            } else if (was instanceof Unreadable unreadable) {
                verdict.notCompared(table, unreadable.reason());
            } else if (is instanceof Unreadable unreadable) {
                verdict.notCompared(table, unreadable.reason());
            } else {
                judge(
                        table,
                        was,
                        is,
                        new Between(right.tables().get(table), filled.tables().get(table)));
            }
        });
        return verdict;
    }

    /** A table after the story, without and with rows that were put in then; null where it is not there. */
    private record Between(
            @Nullable Content there, @Nullable Content filled) {

        boolean isListed() {
            return (there == null || there instanceof Listed) && (filled == null || filled instanceof Listed);
        }
    }

    private void judge(QualifiedName table, Content was, Content is, Between between) {
        if (was instanceof Listed one && is instanceof Listed other && between.isListed()) {
            Fate fate = new RoundTrip(one, (Listed) between.there(), (Listed) between.filled(), other).fate();
            verdict.add(table, fate);
        } else {
            new LargeTableJudge(verdict, table).judge(was, between.there(), between.filled(), is);
        }
    }

    private void addOwnTables() {
        Map<QualifiedName, Table> old = new HashMap<>();
        before.catalog().all(Table.class).forEach(table -> old.put(table.name(), table));
        upgraded.catalog()
                .all(Table.class)
                .filter(table -> table.form() != Table.Form.FOREIGN
                        && table.inheritance().partitionBound() == null)
                .forEach(table -> {
                    Table was = old.get(upgraded.ids().former(table.name(), before.ids()));
                    if (was == null) {
                        verdict.lost(table.name(), null, Loss.Kind.ROWS, rows(table.name()));
                    } else {
                        addOwnColumns(was, table);
                    }
                });
    }

    private void addOwnColumns(Table was, Table is) {
        Set<Identifier> known = new HashSet<>();
        was.columns().forEach(column -> known.add(column.name()));
        is.columns().stream()
                .filter(column -> column.generated() == null)
                .map(Column::name)
                .filter(column -> !known.contains(upgraded.ids().former(is.name(), column, before.ids())))
                .forEach(column -> verdict.lost(
                        is.name(),
                        column,
                        Loss.Kind.VALUES,
                        RowCounting.values(upgraded.contents(), is.name(), column)));
    }

    private long rows(QualifiedName table) {
        Content content = upgraded.contents().tables().get(table);
        return content == null ? 0 : RowCounting.rows(content);
    }
}

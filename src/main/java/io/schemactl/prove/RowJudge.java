package io.schemactl.prove;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.Column;
import io.schemactl.catalog.Table;
import io.schemactl.rows.ContentsComparison;
import io.schemactl.rows.ContentsDifference.NotCompared;
import io.schemactl.rows.ContentsDifference.RowsDiffer;
import io.schemactl.rows.ContentsDifference.TableDifference;
import io.schemactl.rows.ContentsDifference.TableGone;
import io.schemactl.rows.TableContents;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells what a story and its rollback did to rows: what the story itself cannot bring back, and what the rollback damages although the story
 * left it alone.
 */
public final class RowJudge {

    private final Identifier defaultSchema;
    private final Stage before;
    private final Stage upgraded;
    private final List<Loss> losses = new ArrayList<>();
    private final List<Damage> damages = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /**
     * Schema and rows at one moment.
     *
     * @param catalog the schema
     * @param contents the rows
     */
    public record Stage(Catalog catalog, TableContents contents) {}

    /**
     * Rows that the rollback damages.
     *
     * @param table the table
     * @param words what happened to it
     */
    public record Damage(String table, String words) {}

    /**
     * A judge of one story.
     *
     * @param defaultSchema the schema that messages do not mention
     * @param before before the story
     * @param upgraded after it, with rows in its own tables too
     */
    public RowJudge(Identifier defaultSchema, Stage before, Stage upgraded) {
        this.defaultSchema = defaultSchema;
        this.before = before;
        this.upgraded = upgraded;
    }

    /** What the rollback takes with it. */
    public List<Loss> losses() {
        return List.copyOf(losses);
    }

    /** What the rollback damages. */
    public List<Damage> damages() {
        return List.copyOf(damages);
    }

    /** What could not be compared. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    /**
     * Judges what the rows are after the rollback.
     *
     * @param contents the rows after the rollback
     */
    public void judge(TableContents contents) {
        addOwnTables();
        Map<QualifiedName, TableDifference> byStory = new HashMap<>();
        ContentsComparison.compare(before.contents(), upgraded.contents())
                .tables()
                .forEach(each -> byStory.put(each.table(), each));
        ContentsComparison.compare(before.contents(), contents)
                .tables()
                .forEach(each -> judge(each, byStory.get(each.table())));
    }

    private void addOwnTables() {
        Map<QualifiedName, Table> old = new HashMap<>();
        before.catalog().all(Table.class).forEach(table -> old.put(table.name(), table));
        upgraded.catalog()
                .all(Table.class)
                .filter(table -> table.form() != Table.Form.FOREIGN
                        && table.inheritance().partitionBound() == null)
                .forEach(table -> {
                    Table was = old.get(table.name());
                    if (was == null) {
                        losses.add(new Loss(shown(table.name()), Loss.Kind.ROWS, rows(table.name())));
                    } else {
                        addOwnColumns(was, table);
                    }
                });
    }

    private void addOwnColumns(Table was, Table is) {
        Set<Identifier> known = new HashSet<>();
        was.columns().forEach(column -> known.add(column.name()));
        is.columns().stream()
                .filter(column -> !known.contains(column.name()) && column.generated() == null)
                .map(Column::name)
                .forEach(column -> losses.add(new Loss(
                        shown(is.name()) + "." + column.display(), Loss.Kind.VALUES, values(is.name(), column))));
    }

    private void judge(TableDifference found, @org.jspecify.annotations.Nullable TableDifference byStory) {
        if (found instanceof NotCompared not) {
            notes.add("the rows of %s could not be compared: %s".formatted(shown(not.table()), not.reason()));
        } else if (found instanceof TableGone gone) {
            // The schema differs too, which is said already.
            losses.add(new Loss(shown(gone.table()), Loss.Kind.DELETED_ROWS, gone.rows()));
        } else if (found instanceof RowsDiffer rows) {
            judgeRows(rows, byStory);
            judgeColumns(rows, byStory);
        }
    }

    private void judgeRows(RowsDiffer rows, @org.jspecify.annotations.Nullable TableDifference byStory) {
        boolean isTouched = byStory instanceof TableGone
                || (byStory instanceof RowsDiffer story && (story.lost() > 0 || story.added() > 0));
        String table = shown(rows.table());
        if (rows.lost() > 0) {
            if (isTouched) {
                losses.add(new Loss(table, Loss.Kind.DELETED_ROWS, rows.lost()));
            } else {
                damages.add(new Damage(table, "%d of its rows are gone".formatted(rows.lost())));
            }
        }
        if (rows.added() > 0 && !isTouched) {
            damages.add(new Damage(table, "it has %d rows that were not there".formatted(rows.added())));
        }
    }

    private void judgeColumns(RowsDiffer rows, @org.jspecify.annotations.Nullable TableDifference byStory) {
        rows.changed().forEach((column, amount) -> {
            boolean isTouched = byStory instanceof TableGone
                    || (byStory instanceof RowsDiffer story
                            && (story.changed().containsKey(column)
                                    || story.columnsGone().containsKey(column)));
            String name = shown(rows.table()) + "." + column.display();
            long count = amount == null ? 0 : amount;
            if (isTouched) {
                losses.add(new Loss(name, Loss.Kind.CHANGED_VALUES, count));
            } else {
                damages.add(new Damage(
                        shown(rows.table()),
                        "column %s has other values than before in %s rows"
                                .formatted(column.display(), amount == null ? "some" : amount)));
            }
        });
    }

    private long rows(QualifiedName table) {
        return RowCounting.rows(upgraded.contents(), table);
    }

    private long values(QualifiedName table, Identifier column) {
        return RowCounting.values(upgraded.contents(), table, column);
    }

    private String shown(QualifiedName name) {
        return name.schema().equals(defaultSchema) ? name.name().display() : name.display();
    }
}

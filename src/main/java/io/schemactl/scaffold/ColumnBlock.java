package io.schemactl.scaffold;

import io.schemactl.catalog.Table;
import io.schemactl.diff.Hazard;
import io.schemactl.diff.Statement;
import io.schemactl.diff.story.ChangeSet;
import io.schemactl.sql.QualifiedName;
import io.schemactl.sql.WrittenName;
import java.util.List;

/**
 * A new column of a table that is there: nullable, or with a default that needs no rewrite of the rows.
 *
 * @param table the table
 * @param column the column
 */
record ColumnBlock(WrittenName table, ColumnText column) implements Block {

    private static final String OPTION = "--column";

    /** Reads {@code videos.rating:integer default 0 comment 'one to five'}. */
    static ColumnBlock parse(String text) {
        var words = new Words(
                text,
                () -> Refusal.of(
                        "%s: `%s` is not a column of a table".formatted(OPTION, text),
                        "write `videos.rating:integer default 0 comment 'stars, one to five'`"));
        WrittenName name = words.name();
        words.require(':');
        WrittenName table = name.owner()
                .orElseThrow(() -> Refusal.of(
                        "%s: `%s` does not say which table".formatted(OPTION, text), "write `videos.rating:integer`"));
        ColumnText column = ColumnText.read(name.last(), words.rest(), OPTION);
        if (column.notNull() && !column.hasDefault()) {
            throw Refusal.of(
                    "%s: rows that are there have no value for %s".formatted(OPTION, name),
                    "give it a constant default; or add it without NOT NULL, and use --backfill and --not-null too");
        }
        if (column.unique() || column.check() != null || column.definition().contains("GENERATED")) {
            throw Refusal.of(
                    "%s: UNIQUE, CHECK and GENERATED would read or write all rows while the table is locked"
                            .formatted(OPTION),
                    "add the column without; for uniqueness, use --index 'unique TABLE(COLUMN)'");
        }
        return new ColumnBlock(table, column);
    }

    @Override
    public List<ChangeSet> changeSets(Place place) {
        QualifiedName name = place.table(table).name();
        String display = "%s.%s".formatted(name.display(), column.name().display());
        return List.of(ChangeSet.of(
                "New column " + display,
                List.of(
                        Statement.of("ALTER TABLE %s ADD COLUMN %s %s"
                                .formatted(name.quoted(), column.name().quoted(), column.definition())),
                        TableBlock.comment(name, column.name(), column.comment())),
                List.of(Statement.of(
                        "ALTER TABLE %s DROP COLUMN %s"
                                .formatted(name.quoted(), column.name().quoted()),
                        Hazard.of(Hazard.Type.DATA_LOSS, display)))));
    }

    @Override
    public List<Block> followers(Place place) {
        return column.references() == null
                ? List.of()
                : List.of(new ForeignKeyBlock(table, List.of(column.name()), column.references()));
    }

    @Override
    public List<StoryTest> tests(Place before, Place place) {
        Table found = place.table(table);
        String name = found.name().display();
        String display = column.name().display();
        if (column.notNull()) {
            return List.of(StoryTest.outcome(
                    "%s of %s is never null".formatted(display, name),
                    new SampleRow(found, place).insertWithNull(column.name())));
        }
        return List.of(StoryTest.rows(
                "%s of %s can be asked for".formatted(display, name),
                "SELECT %s FROM %s WHERE false"
                        .formatted(ObjectNames.sql(column.name()), ObjectNames.sql(found.name())),
                List.of()));
    }
}

package io.schemactl.scaffold;

import io.schemactl.catalog.Column;
import io.schemactl.catalog.Table;
import io.schemactl.diff.Statement;
import io.schemactl.diff.ddl.StoredTypes;
import io.schemactl.diff.story.ChangeSet;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import io.schemactl.sql.WrittenName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Values for the rows that have none in a column, in ranges of the table's key.
 *
 * @param table the table
 * @param column the column
 * @param expression its value, as written
 */
record BackfillBlock(WrittenName table, Identifier column, String expression) implements Block {

    private static final String OPTION = "--backfill";

    /** Reads {@code videos.rating=coalesce(stars, 0)}. */
    static BackfillBlock parse(String text) {
        var words = new Words(
                text,
                () -> Refusal.of(
                        "%s: `%s` is not a column and its value".formatted(OPTION, text),
                        "write `videos.rating=coalesce(stars, 0)`"));
        WrittenName name = words.name();
        words.require('=');
        String expression = words.rest();
        WrittenName table = name.owner()
                .orElseThrow(() -> Refusal.of(
                        "%s: `%s` does not say which table".formatted(OPTION, text), "write `videos.rating=0`"));
        if (expression.isEmpty()) {
            throw Refusal.of("%s: `%s` does not say which value".formatted(OPTION, text), "write `videos.rating=0`");
        }
        return new BackfillBlock(table, name.last(), expression);
    }

    @Override
    public List<ChangeSet> changeSets(Place place) {
        Table found = place.table(table);
        Column is = place.column(found, column);
        QualifiedName name = found.name();
        Identifier key = findKey(found, place)
                .orElseThrow(() -> Refusal.of(
                        "%s: table %s has no column that is NOT NULL and begins a B-tree index"
                                .formatted(OPTION, name.display()),
                        "build such an index in a story before"));
        String update = "UPDATE %s\nSET %s = %s\nWHERE %s AND true /* batch */"
                .formatted(
                        name.quoted(),
                        column.quoted(),
                        expression,
                        StoredTypes.absent(place.reading().catalog(), column.quoted(), is.type()));
        return List.of(ChangeSet.batch(
                "Values for %s.%s where there are none".formatted(name.display(), column.display()),
                "table=%s key=%s size=5000 pause=100ms analyze=true".formatted(name.display(), key.display()),
                Statement.of(update)));
    }

    private static Optional<Identifier> findKey(Table table, Place place) {
        List<Identifier> primary = place.primaryKey(table.name());
        List<Identifier> notNull = table.columns().stream()
                .filter(each -> each.notNull())
                .map(each -> each.name())
                .toList();
        return Stream.concat(
                        primary.size() == 1 ? primary.stream() : Stream.<Identifier>of(),
                        place.leadingColumns(table.name()))
                .filter(notNull::contains)
                .findFirst();
    }

    @Override
    public List<StoryTest> tests(Place before, Place place) {
        Table found = place.table(table);
        return List.of(StoryTest.rows(
                "every row of %s has a value for %s".formatted(found.name().display(), column.display()),
                "SELECT count(*) FROM %s WHERE %s"
                        .formatted(
                                ObjectNames.sql(found.name()),
                                StoredTypes.absent(
                                        place.reading().catalog(),
                                        ObjectNames.sql(column),
                                        place.column(found, column).type())),
                List.of(List.of(0))));
    }
}

package io.schemactl.scaffold;

import io.schemactl.catalog.Column;
import io.schemactl.catalog.Table;
import io.schemactl.diff.Hazard;
import io.schemactl.diff.Statement;
import io.schemactl.diff.ddl.StoredTypes;
import io.schemactl.diff.story.ChangeSet;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import io.schemactl.sql.WrittenName;
import java.util.List;

/**
 * NOT NULL for a column that is there: a check that is validated while others write spares the scan under the exclusive lock
 * (<a href="https://www.postgresql.org/docs/current/sql-altertable.html">ALTER TABLE</a>, SET NOT NULL).
 *
 * @param table the table
 * @param column the column
 */
record NotNullBlock(WrittenName table, Identifier column) implements Block {

    /** Reads {@code videos.rating}. */
    static NotNullBlock parse(String text) {
        WrittenName name = Words.name(text)
                .filter(parsed -> parsed.owner().isPresent())
                .orElseThrow(() -> Refusal.of(
                        "--not-null: `%s` is not a column of a table".formatted(text), "write `videos.rating`"));
        return new NotNullBlock(name.owner().orElseThrow(), name.last());
    }

    @Override
    public List<ChangeSet> changeSets(Place place) {
        Table found = place.table(table);
        Column is = place.column(found, column);
        if (is.notNull()) {
            throw Refusal.of(
                    "--not-null: %s of %s refuses NULL already"
                            .formatted(column.display(), found.name().display()),
                    "leave it out");
        }
        QualifiedName name = found.name();
        String check = ObjectNames.check(name.name(), new Identifier(column.name() + "_not_null"))
                .quoted();
        String alter = "ALTER TABLE " + name.quoted();
        return List.of(ChangeSet.alone(
                "NOT NULL for %s.%s, without a scan under an exclusive lock"
                        .formatted(name.display(), column.display()),
                List.of(
                        Statement.of("%s ADD CONSTRAINT %s CHECK (%s) NOT VALID"
                                .formatted(
                                        alter,
                                        check,
                                        StoredTypes.present(place.reading().catalog(), column.quoted(), is.type()))),
                        Statement.of(
                                "%s VALIDATE CONSTRAINT %s".formatted(alter, check),
                                Hazard.of(Hazard.Type.MAY_FAIL, name.display())),
                        Statement.of("%s ALTER COLUMN %s SET NOT NULL".formatted(alter, column.quoted())),
                        Statement.of("%s DROP CONSTRAINT %s".formatted(alter, check))),
                List.of(Statement.of("%s ALTER COLUMN %s DROP NOT NULL".formatted(alter, column.quoted())))));
    }

    @Override
    public List<StoryTest> tests(Place before, Place place) {
        Table found = place.table(table);
        return List.of(StoryTest.outcome(
                "%s of %s is never null"
                        .formatted(column.display(), found.name().display()),
                new SampleRow(found, place).insertWithNull(column)));
    }
}

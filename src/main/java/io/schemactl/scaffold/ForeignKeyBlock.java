package io.schemactl.scaffold;

import io.schemactl.catalog.Table;
import io.schemactl.diff.Hazard;
import io.schemactl.diff.Statement;
import io.schemactl.diff.story.ChangeSet;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import io.schemactl.sql.WrittenName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A new foreign key of a table that is there: it is checked for new rows at once, and for the others without keeping anybody from writing.
 *
 * @param table the table that refers
 * @param columns its columns
 * @param references what they refer to
 */
record ForeignKeyBlock(WrittenName table, List<Identifier> columns, ReferenceText references) implements Block {

    private static final String OPTION = "--foreign-key";

    ForeignKeyBlock {
        columns = List.copyOf(columns);
    }

    /** Reads {@code orders(customer_id) references customers on delete cascade}. */
    static ForeignKeyBlock parse(String text) {
        var words = new Words(
                text,
                () -> Refusal.of(
                        "%s: `%s` is not a foreign key".formatted(OPTION, text),
                        "write `orders(customer_id) references customers on delete cascade`"));
        WrittenName table = words.name();
        List<Identifier> columns =
                words.list().stream().map(ReferenceText::column).toList();
        if (!words.skip("references")) {
            throw Refusal.of(
                    "%s: `%s` does not say what it refers to".formatted(OPTION, text),
                    "write `orders(customer_id) references customers`");
        }
        ReferenceText references = ReferenceText.read(words, token -> false);
        words.requireEnd();
        return new ForeignKeyBlock(table, columns, references);
    }

    @Override
    public List<ChangeSet> changeSets(Place place) {
        Table found = place.table(table);
        columns.forEach(column -> place.column(found, column));
        QualifiedName name = found.name();
        Identifier constraint = ObjectNames.foreignKey(name.name(), columns);
        var statements = new ArrayList<Statement>();
        List<Table> holders = Place.isPartitioned(found) ? place.leaves(name).toList() : List.of(found);
        holders.forEach(holder -> statements.addAll(
                added(holder.name(), constraint, references.addition(holder.name(), constraint, columns, place))));
        if (Place.isPartitioned(found)) {
            // It takes those of its partitions, which are valid, and reads no rows.
            statements.add(Statement.of(references.addition(name, constraint, columns, place)));
        }
        return List.of(ChangeSet.alone(
                "New foreign key of %s: first for new rows, then for all".formatted(name.display()),
                statements,
                List.of(Statement.of(
                        "ALTER TABLE %s DROP CONSTRAINT %s".formatted(name.quoted(), constraint.quoted())))));
    }

    private static List<Statement> added(QualifiedName table, Identifier constraint, String addition) {
        return List.of(
                Statement.of(addition + " NOT VALID"),
                Statement.of(
                        "ALTER TABLE %s VALIDATE CONSTRAINT %s".formatted(table.quoted(), constraint.quoted()),
                        Hazard.of(Hazard.Type.MAY_FAIL, table.display())));
    }

    /** A row that is referred to cannot be deleted fast without it. */
    @Override
    public List<Block> followers(Place place) {
        QualifiedName name = table.in(place.schema());
        return place.isIndexed(name, columns)
                ? List.of()
                : List.of(new IndexBlock(
                        table, columns.stream().map(Identifier::quoted).toList(), IndexBlock.Form.PLAIN));
    }

    @Override
    public List<StoryTest> tests(Place before, Place place) {
        Table found = place.table(table);
        String names = SampleRow.columns(columns);
        // Nothing refers to a row that is not there: the opposite join finds none.
        List<Identifier> keys = references.columns().isEmpty()
                ? place.primaryKey(references.table().in(place.schema()))
                : references.columns();
        QualifiedName referenced = references.table().in(place.schema());
        String join = IntStream.range(0, Math.min(keys.size(), columns.size()))
                .mapToObj(i -> "r.%s = t.%s".formatted(ObjectNames.sql(keys.get(i)), ObjectNames.sql(columns.get(i))))
                .collect(Collectors.joining(" AND "));
        String present = columns.stream()
                .map(column -> "t.%s IS NOT NULL".formatted(ObjectNames.sql(column)))
                .collect(Collectors.joining(" AND "));
        return List.of(StoryTest.rows(
                "%s of %s refers to rows that are there"
                        .formatted(names, found.name().display()),
                "SELECT count(*) FROM %s t WHERE %s AND NOT EXISTS (SELECT FROM %s r WHERE %s)"
                        .formatted(ObjectNames.sql(found.name()), present, ObjectNames.sql(referenced), join),
                List.of(List.of(0))));
    }
}

package io.schemactl.scaffold;

import io.schemactl.catalog.Table;
import io.schemactl.diff.Hazard;
import io.schemactl.diff.Statement;
import io.schemactl.diff.story.ChangeSet;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.Literal;
import io.schemactl.sql.QualifiedName;
import io.schemactl.sql.WrittenName;
import java.util.ArrayList;
import java.util.List;

/**
 * A new table: an identity or a UUID as its key, when rows were made and changed, and columns of its own.
 *
 * @param name its name
 * @param id the type of its key
 * @param columns its own columns
 * @param comment what its rows are, in words
 */
record TableBlock(WrittenName name, String id, List<ColumnText> columns, String comment) implements Block {

    private static final String OPTION = "--table";
    private static final Identifier ID = new Identifier("id");

    TableBlock {
        columns = List.copyOf(columns);
    }

    /** Reads {@code orders(customer_id bigint not null references customers, note text) comment 'what they are'}. */
    static TableBlock parse(String text) {
        var words = new Words(
                text,
                () -> Refusal.of(
                        "%s: `%s` is not a table".formatted(OPTION, text),
                        "write a name, or `orders(customer_id bigint not null references customers, note text)`"));
        WrittenName name = words.name();
        var columns = new ArrayList<ColumnText>();
        String id = "bigint";
        if (words.skip('(')) {
            do {
                Identifier column = words.name().last();
                String definition = words.until(token -> token.isSymbol(',') || token.isSymbol(')'));
                if (column.equals(ID)) {
                    id = idType(definition);
                } else {
                    columns.add(ColumnText.read(column, definition, OPTION));
                }
            } while (words.skip(','));
            words.require(')');
        }
        String comment = words.skip("comment") ? words.constant() : ObjectNames.comment(name.last());
        words.requireEnd();
        return new TableBlock(name, id, columns, comment);
    }

    private static String idType(String definition) {
        return switch (definition) {
            case "uuid", "bigint", "integer" -> definition;
            default ->
                throw Refusal.of(
                        "%s: the key `id` cannot be `%s`".formatted(OPTION, definition),
                        "write `id uuid`, or leave it out for a bigint identity");
        };
    }

    @Override
    public List<ChangeSet> changeSets(Place place) {
        QualifiedName table = name.in(place.schema());
        var statements = new ArrayList<Statement>();
        statements.add(Statement.of(creation(table)));
        for (ColumnText column : columns) {
            if (column.references() != null) {
                List<Identifier> referring = List.of(column.name());
                statements.add(Statement.of(column.references()
                        .addition(table, ObjectNames.foreignKey(table.name(), referring), referring, place)));
                if (!column.unique()) {
                    statements.add(Statement.of(index(table, column, place)));
                }
            }
        }
        comments(table, statements);
        Statement drop =
                Statement.of("DROP TABLE " + table.quoted(), Hazard.of(Hazard.Type.DATA_LOSS, table.display()));
        return List.of(ChangeSet.of("New table " + table.display(), statements, List.of(drop)));
    }

    private static String index(QualifiedName table, ColumnText column, Place place) {
        Identifier wanted =
                ObjectNames.index(table.name(), List.of(column.name().name()), "btree", false);
        return "CREATE INDEX %s ON %s USING btree (%s)"
                .formatted(
                        ObjectNames.free(wanted, name -> place.isTaken(table.schema(), name))
                                .quoted(),
                        table.quoted(),
                        column.name().quoted());
    }

    private String creation(QualifiedName table) {
        var lines = new ArrayList<String>();
        lines.add(ID.quoted()
                + (id.equals("uuid")
                        ? " uuid NOT NULL DEFAULT gen_random_uuid()"
                        : " %s GENERATED ALWAYS AS IDENTITY".formatted(id)));
        columns.forEach(column -> lines.add(column.name().quoted() + " " + column.definition()));
        for (String stamp : List.of("created_at", "updated_at")) {
            if (columns.stream().noneMatch(column -> column.name().name().equals(stamp))) {
                lines.add("%s timestamptz NOT NULL DEFAULT now()".formatted(new Identifier(stamp).quoted()));
            }
        }
        lines.add("CONSTRAINT %s PRIMARY KEY (%s)"
                .formatted(ObjectNames.primaryKey(table.name()).quoted(), ID.quoted()));
        for (ColumnText column : columns) {
            if (column.unique()) {
                lines.add("CONSTRAINT %s UNIQUE (%s)"
                        .formatted(
                                ObjectNames.unique(table.name(), column.name()).quoted(),
                                column.name().quoted()));
            }
            if (column.check() != null) {
                lines.add("CONSTRAINT %s CHECK (%s)"
                        .formatted(
                                ObjectNames.check(table.name(), column.name()).quoted(), column.check()));
            }
        }
        return "CREATE TABLE %s (\n    %s\n)".formatted(table.quoted(), String.join(",\n    ", lines));
    }

    private void comments(QualifiedName table, List<Statement> statements) {
        statements.add(Statement.of("COMMENT ON TABLE %s IS %s".formatted(table.quoted(), Literal.of(comment))));
        statements.add(comment(table, ID, "Identifies the row"));
        columns.forEach(column -> statements.add(comment(table, column.name(), column.comment())));
        if (columns.stream().noneMatch(column -> column.name().name().equals("created_at"))) {
            statements.add(comment(table, new Identifier("created_at"), "When the row was made"));
        }
        if (columns.stream().noneMatch(column -> column.name().name().equals("updated_at"))) {
            statements.add(comment(table, new Identifier("updated_at"), "When the application last changed the row"));
        }
    }

    static Statement comment(QualifiedName table, Identifier column, String comment) {
        return Statement.of(
                "COMMENT ON COLUMN %s.%s IS %s".formatted(table.quoted(), column.quoted(), Literal.of(comment)));
    }

    @Override
    public List<StoryTest> tests(Place before, Place place) {
        Table table = place.table(name);
        String display = table.name().display();
        var tests = new ArrayList<StoryTest>();
        tests.add(StoryTest.outcome(display + " takes a row", new SampleRow(table, place).insert()));
        columns.stream()
                .filter(ColumnText::notNull)
                .forEach(column -> tests.add(StoryTest.outcome(
                        "%s of %s is never null".formatted(column.name().display(), display),
                        new SampleRow(table, place).insertWithNull(column.name()))));
        return tests;
    }
}

package io.schemactl.scaffold;

import io.schemactl.catalog.Index;
import io.schemactl.catalog.IndexKey;
import io.schemactl.catalog.Table;
import io.schemactl.diff.Statement;
import io.schemactl.diff.story.ChangeSet;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import io.schemactl.sql.SqlLexer;
import io.schemactl.sql.SqlLexer.Token;
import io.schemactl.sql.WrittenName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A new index of a table that is there, built without keeping anybody from writing.
 *
 * @param table the table
 * @param keys its columns and expressions, as written
 * @param form what else is said of it
 */
record IndexBlock(WrittenName table, List<String> keys, Form form) implements Block {

    private static final String OPTION = "--index";

    IndexBlock {
        keys = List.copyOf(keys);
    }

    /**
     * What is said of an index besides its keys.
     *
     * @param method its access method
     * @param unique whether its keys are unique
     * @param clauses what stands behind the keys, such as {@code WHERE}
     */
    record Form(String method, boolean unique, String clauses) {
        static final Form PLAIN = new Form("btree", false, "");
    }

    /** Reads {@code unique videos(checksum, pin_id) where checksum is not null}, or {@code videos(meta) using gin}. */
    static IndexBlock parse(String text) {
        var words = new Words(
                text,
                () -> Refusal.of(
                        "%s: `%s` is not an index".formatted(OPTION, text),
                        "write `videos(checksum)`, `unique videos(checksum, pin_id) where checksum is not null` or `videos(meta) using gin`"));
        boolean unique = words.skip("unique");
        WrittenName table = words.name();
        String before = words.skip("using") ? words.name().last().name() : "";
        List<String> keys = words.list();
        String behind = words.skip("using") ? words.name().last().name() : "";
        String method = (before + behind).isEmpty() ? "btree" : (before + behind).toLowerCase(Locale.ROOT);
        return new IndexBlock(table, keys, new Form(method, unique, words.rest()));
    }

    @Override
    public List<ChangeSet> changeSets(Place place) {
        Table found = place.table(table);
        keys.stream().flatMap(key -> WrittenName.parse(key).stream()).forEach(name -> place.column(found, name.last()));
        QualifiedName table = found.name();
        Identifier index = name(table, place);
        QualifiedName qualified = new QualifiedName(table.schema(), index);
        String comment = "New index of " + table.display();
        return Place.isPartitioned(found)
                ? List.of(ChangeSet.alone(
                        comment + ": of each partition, then of the whole",
                        ofPartitions(found, index, place),
                        List.of(Statement.of("DROP INDEX " + qualified.quoted()))))
                : List.of(ChangeSet.alone(
                        comment,
                        List.of(Statement.alone(creation("CONCURRENTLY %s ON", index, table))),
                        List.of(Statement.alone("DROP INDEX CONCURRENTLY " + qualified.quoted()))));
    }

    /** PostgreSQL builds an index of a partitioned table concurrently only piece by piece. */
    private List<Statement> ofPartitions(Table whole, Identifier index, Place place) {
        var statements = new ArrayList<Statement>();
        statements.add(Statement.of(creation("%s ON ONLY", index, whole.name())));
        for (Table partition : place.partitions(whole.name())) {
            Identifier part = name(partition.name(), place);
            statements.addAll(
                    Place.isPartitioned(partition)
                            ? ofPartitions(partition, part, place)
                            : List.of(Statement.alone(creation("CONCURRENTLY %s ON", part, partition.name()))));
            statements.add(Statement.of("ALTER INDEX %s ATTACH PARTITION %s"
                    .formatted(
                            new QualifiedName(whole.name().schema(), index).quoted(),
                            new QualifiedName(partition.name().schema(), part).quoted())));
        }
        return statements;
    }

    private String creation(String way, Identifier index, QualifiedName relation) {
        return "CREATE %sINDEX %s %s USING %s (%s)%s"
                .formatted(
                        form.unique() ? "UNIQUE " : "",
                        way.formatted(index.quoted()),
                        relation.quoted(),
                        ObjectNames.sql(new Identifier(form.method())),
                        String.join(", ", keys),
                        form.clauses().isEmpty() ? "" : " " + form.clauses());
    }

    private Identifier name(QualifiedName name, Place before) {
        Identifier wanted = ObjectNames.index(
                name.name(), keys.stream().map(IndexBlock::words).toList(), form.method(), form.unique());
        return ObjectNames.free(wanted, each -> before.isTaken(name.schema(), each));
    }

    /** The names in a key, such as {@code lower_email} for {@code lower(email)}. */
    private static String words(String key) {
        List<Token> tokens = SqlLexer.code(key);
        long names = tokens.stream().filter(token -> !token.isName()).count();
        Stream<Token> counting = tokens.stream().filter(Token::isName);
        return (names == 0 ? counting.limit(1) : counting).map(Token::name).collect(Collectors.joining("_"));
    }

    @Override
    public List<StoryTest> tests(Place before, Place place) {
        QualifiedName relation = place.table(table).name();
        Identifier index = name(relation, before);
        return place.reading()
                .catalog()
                .all(Index.class)
                .filter(each -> each.relation().equals(relation) && each.name().equals(index))
                .map(each -> StoryTest.usesIndex(
                        "queries by %s of %s use the index".formatted(String.join(", ", keys), relation.display()),
                        query(each),
                        relation.schema().equals(place.schema())
                                ? ObjectNames.sql(index)
                                : ObjectNames.sql(new QualifiedName(relation.schema(), index))))
                .toList();
    }

    /** A query that the index serves: by its order, or, where it has none, by what it contains. */
    private static String query(Index index) {
        String where = index.predicate() == null ? "" : " WHERE " + index.predicate();
        String relation = ObjectNames.sql(index.relation());
        IndexKey first = index.keys().get(0);
        if (first.column() != null && index.method().equals("gin")) {
            String condition = "%s @> '{}'".formatted(ObjectNames.sql(first.column()));
            return "SELECT count(*) FROM %s%s %s"
                    .formatted(relation, where.isEmpty() ? " WHERE" : where + " AND", condition);
        }
        String order = index.keys().stream().map(IndexBlock::order).collect(Collectors.joining(", "));
        return "SELECT 1 FROM %s%s ORDER BY %s LIMIT 1".formatted(relation, where, order);
    }

    private static String order(IndexKey key) {
        String value = key.column() == null ? String.valueOf(key.expression()) : ObjectNames.sql(key.column());
        String nulls = key.nullsFirst() ? " NULLS FIRST" : " NULLS LAST";
        boolean usualNulls = key.nullsFirst() == key.descending();
        return value + (key.descending() ? " DESC" : "") + (usualNulls ? "" : nulls);
    }
}

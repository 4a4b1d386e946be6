package io.schemactl.catalog.read;

import io.schemactl.catalog.Index;
import io.schemactl.catalog.IndexKey;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of {@code indexes.sql}.
 *
 * @param keysOf the keys of indexes
 * @param text writes definitions
 */
record IndexRows(Map<QualifiedName, List<IndexKeyRows>> keysOf, IndexText text) {

    /** For who needs the query, and not its rows. */
    static final Query<Index> QUERY = query(Map.of(), Set.of());

    static Query<Index> query(Map<QualifiedName, List<IndexKeyRows>> keys, Set<String> keywords) {
        return new Query<>("indexes", List.of(15), new IndexRows(keys, new IndexText(keywords))::map);
    }

    private Index map(Row row) throws SQLException {
        QualifiedName name = row.name("schema", "name");
        List<IndexKeyRows> rows = keysOf.getOrDefault(name, List.of());
        QualifiedName relation = row.name("schema", "relation");
        String method = row.text("method");
        List<IndexKey> keys = rows.stream().map(IndexKeyRows::key).toList();
        List<Identifier> include = row.identifiers("include");
        String predicate = row.flag("partial") ? ReadFailure.printed(row.findExpression("predicate"), name) : null;
        var uniqueness = new Index.Uniqueness(row.flag("unique"), row.flag("nullsNotDistinct"));
        String printed = printed(row, name, rows);
        return new Index(
                relation,
                name.name(),
                method,
                keys,
                include,
                predicate,
                uniqueness,
                new Index.State(row.flag("valid"), row.flag("ready")),
                new Index.Storage(row.options("options"), row.findIdentifier("tablespace"), row.flag("clustered")),
                row.findIdentifier("constraint"),
                row.findName("parentSchema", "parent"),
                printed == null
                        ? text.definition(
                                name, relation, method, uniqueness, new IndexText.Parts(keys, include, predicate))
                        : printed,
                row.attributes());
    }

    /** What PostgreSQL printed of an index that is not plain. */
    private static @Nullable String printed(Row row, QualifiedName name, List<IndexKeyRows> keys) throws SQLException {
        if (row.flag("special")) {
            String printed = ReadFailure.printed(row.findExpression("definition"), name);
            return row.options("options").values().size() > 1 ? IndexText.withSortedParameters(printed) : printed;
        }
        Stream<@Nullable String> definitions = keys.stream().map(IndexKeyRows::definition);
        return definitions.filter(Objects::nonNull).findFirst().orElse(null);
    }
}

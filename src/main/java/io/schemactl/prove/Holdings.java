package io.schemactl.prove;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.Sequence;
import io.schemactl.db.WorkConnection;
import io.schemactl.sql.QualifiedName;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a database holds that is neither its schema nor rows of tables.
 *
 * @param sequences what each sequence gives out next
 * @param largeObjects what is in each large object, with its owner and grants
 * @param owner the role that the database belongs to
 */
public record Holdings(
        SortedMap<QualifiedName, BigDecimal> sequences, SortedMap<Long, String> largeObjects, String owner) {

    /** The sequences whose numbers the role may read. */
    private static final String READABLE = """
            SELECT n.nspname, c.relname
              FROM pg_catalog.pg_class AS c
              JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
             WHERE CASE WHEN c.relkind = 'S'
                        THEN pg_catalog.has_schema_privilege(n.oid, 'USAGE')
                             AND pg_catalog.has_sequence_privilege(c.oid, 'SELECT')
                        ELSE false END
            """;

    private static final String LARGE_OBJECTS = """
            SELECT o.oid,
                   pg_catalog.concat_ws(' ', pg_catalog.pg_get_userbyid(o.lomowner), o.lomacl::pg_catalog.text,
                     CASE WHEN pg_catalog.pg_has_role(o.lomowner, 'USAGE')
                          THEN pg_catalog.md5(pg_catalog.lo_get(o.oid)) END,
                     pg_catalog.obj_description(o.oid, 'pg_largeobject'))
              FROM pg_catalog.pg_largeobject_metadata AS o
            """;

    private static final String OWNER = """
            SELECT pg_catalog.pg_get_userbyid(d.datdba)
              FROM pg_catalog.pg_database AS d
             WHERE d.datname = pg_catalog.current_database()
            """;

    /** Copies the maps. */
    public Holdings {
        sequences = Collections.unmodifiableSortedMap(new TreeMap<>(sequences));
        largeObjects = Collections.unmodifiableSortedMap(new TreeMap<>(largeObjects));
    }

    /**
     * What a database holds now.
     *
     * @param catalog its schema
     * @throws SQLException if the connection is lost or the user interrupts
     */
    public static Holdings read(WorkConnection connection, Catalog catalog) throws SQLException {
        SortedMap<QualifiedName, BigDecimal> sequences = new TreeMap<>();
        Set<QualifiedName> readable =
                new HashSet<>(connection.query(READABLE, row -> QualifiedName.of(row.getString(1), row.getString(2))));
        List<Sequence> all = catalog.all(Sequence.class)
                .filter(sequence -> readable.contains(sequence.name()))
                .toList();
        if (!all.isEmpty()) {
            connection
                    .query(
                            IntStream.range(0, all.size())
                                    .mapToObj(number -> next(number, all.get(number)))
                                    .collect(Collectors.joining(" UNION ALL ")),
                            row -> new NextValue(all.get(row.getInt(1)).name(), row.getBigDecimal(2)))
                    .forEach(found -> sequences.put(found.sequence(), found.value()));
        }
        return new Holdings(
                sequences,
                largeObjects(connection),
                connection.queryTexts(OWNER).get(0));
    }

    private record NextValue(QualifiedName sequence, BigDecimal value) {}

    private static String next(int number, Sequence sequence) {
        return "SELECT %d, last_value::pg_catalog.numeric + CASE WHEN is_called THEN %d ELSE 0 END FROM %s"
                .formatted(number, sequence.increment(), sequence.name().quoted());
    }

    private static SortedMap<Long, String> largeObjects(WorkConnection connection) throws SQLException {
        SortedMap<Long, String> found = new TreeMap<>();
        connection
                .query(LARGE_OBJECTS, row -> Map.entry(row.getLong(1), row.getString(2)))
                .forEach(each -> found.put(each.getKey(), each.getValue()));
        return found;
    }
}

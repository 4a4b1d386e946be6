package io.schemactl.engine.compat;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.read.CatalogReader;
import io.schemactl.catalog.read.Scope;
import io.schemactl.shadow.TestDatabase;
import io.schemactl.sql.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Assertions;

/**
 * All that a migration leaves behind.
 *
 * @param catalog what there is, the migration tools' own tables aside
 * @param rows the rows of every table, as text
 * @param history the rows of DATABASECHANGELOG, without the columns that differ from run to run
 */
record DatabaseState(Catalog catalog, Map<String, List<String>> rows, List<String> history) {

    private static final Set<QualifiedName> OWN = Set.of(
            QualifiedName.of("public", "databasechangelog"),
            QualifiedName.of("public", "databasechangeloglock"),
            QualifiedName.of("public", "databasechangelog_started"));

    private static final String TABLES = """
            SELECT pg_catalog.format('%I.%I', n.nspname, c.relname)
              FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema')
               AND c.relpersistence <> 't' AND c.relname NOT LIKE 'databasechangelog%'
             ORDER BY 1""";

    private static final String HISTORY = """
            SELECT pg_catalog.to_jsonb(h) - 'dateexecuted' - 'deployment_id'
              FROM databasechangelog h ORDER BY orderexecuted, id""";

    static DatabaseState read(TestDatabase database) throws SQLException {
        Catalog catalog;
        try (Connection connection = database.connect()) {
            catalog = CatalogReader.read(connection, new Scope(OWN));
        }
        try (Connection connection = database.connect()) {
            Map<String, List<String>> rows = new TreeMap<>();
            for (String table : texts(connection, TABLES)) {
                rows.put(table, texts(connection, "SELECT t::text FROM %s t ORDER BY 1".formatted(table)));
            }
            return new DatabaseState(catalog, rows, texts(connection, HISTORY));
        }
    }

    /** What a query's first column says. */
    static List<String> texts(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect()) {
            return texts(connection, sql);
        }
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    /** Fails where two states differ, with the differences only. */
    static void assertSame(DatabaseState expected, DatabaseState actual, String what) {
        Assertions.assertEquals(lines(expected.history), lines(actual.history), what + ": history");
        Assertions.assertEquals(objects(expected), objects(actual), what + ": catalog");
        Assertions.assertEquals(expected.catalog, actual.catalog, what + ": catalog");
        Assertions.assertEquals(lines(expected.rows.entrySet()), lines(actual.rows.entrySet()), what + ": rows");
    }

    private static String objects(DatabaseState state) {
        return lines(state.catalog.objects().values());
    }

    private static String lines(Iterable<?> values) {
        var text = new StringBuilder();
        values.forEach(value -> text.append(value).append('\n'));
        return text.toString();
    }
}

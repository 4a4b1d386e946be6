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
import java.util.Collection;
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
 * @param history the rows of DATABASECHANGELOG in their order, without the columns that differ from run to run
 * @param order the numbers of the rows of DATABASECHANGELOG
 */
record DatabaseState(Catalog catalog, Map<String, List<String>> rows, List<String> history, List<String> order) {

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
            SELECT pg_catalog.to_jsonb(h) - 'dateexecuted' - 'deployment_id' - 'orderexecuted'
              FROM databasechangelog h ORDER BY orderexecuted, id""";

    private static final String ORDER = """
            SELECT orderexecuted || ' ' || id FROM databasechangelog ORDER BY orderexecuted, id""";

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
            return new DatabaseState(catalog, rows, texts(connection, HISTORY), texts(connection, ORDER));
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

    /** Fails where two states differ, and says only how they do. */
    static void assertSame(DatabaseState expected, DatabaseState actual, String what) {
        var differences = new StringBuilder();
        compare(expected.history, actual.history, differences);
        compare(expected.catalog.objects().values(), actual.catalog.objects().values(), differences);
        compare(rowTexts(expected), rowTexts(actual), differences);
        if (!differences.isEmpty()) {
            Assertions.fail(what + " (- expected, + actual)" + differences);
        }
        Assertions.assertEquals(expected, actual, what);
    }

    private static void compare(Collection<?> expected, Collection<?> actual, StringBuilder differences) {
        expected.stream()
                .filter(each -> !actual.contains(each))
                .forEach(each -> differences.append("\n- ").append(each));
        actual.stream()
                .filter(each -> !expected.contains(each))
                .forEach(each -> differences.append("\n+ ").append(each));
    }

    private static List<String> rowTexts(DatabaseState state) {
        return state.rows.entrySet().stream()
                .flatMap(table -> table.getValue().stream().map(row -> table.getKey() + row))
                .toList();
    }
}

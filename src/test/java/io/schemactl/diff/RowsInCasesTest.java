package io.schemactl.diff;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.Table;
import io.schemactl.db.Interruption;
import io.schemactl.db.WorkConnection;
import io.schemactl.rows.GeneratedRows;
import io.schemactl.rows.RowGenerator;
import io.schemactl.rows.RowSettings;
import io.schemactl.shadow.TestServers;
import io.schemactl.sql.QualifiedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Generates rows for the schemas that differences are tested with: each so-many-th case, by {@code -Dschemactl.test.rows}. */
final class RowsInCasesTest {

    private static final int EVERY = Integer.getInteger("schemactl.test.rows", 20);

    static Stream<Integer> versions() {
        return TestServers.ends().stream();
    }

    @ParameterizedTest(name = "on PostgreSQL {0}")
    @MethodSource("versions")
    void fillsNearlyAllTables(int major) throws SQLException {
        List<DiffCase> cases =
                DiffCase.all().stream().filter(one -> one.runsOn(major)).toList();
        var empty = new ArrayList<String>();
        int tables = 0;
        for (int i = 0; i < cases.size(); i += EVERY) {
            DiffCase one = cases.get(i);
            CaseDatabase.prepare(major, one);
            try (CaseDatabase database = CaseDatabase.of(major, one.old())) {
                Catalog catalog = database.read().catalog();
                GeneratedRows generated = generate(catalog, database);
                tables += generated.filled().size() + generated.empty().size();
                generated.empty().stream()
                        .filter(table -> canHoldRows(catalog, table.table()))
                        .forEach(table -> empty.add(major + " " + one.name() + ": " + table));
            }
        }

        assertTrue(tables * 2 > cases.size() / EVERY, tables + " tables");
        assertTrue(empty.size() * 50 <= tables, () -> String.join("\n", empty));
    }

    private static GeneratedRows generate(Catalog catalog, CaseDatabase database) throws SQLException {
        var connection = new WorkConnection(database.connection(), new Interruption(), notice -> {});
        return new RowGenerator(catalog, connection, RowSettings.of(1)).generate();
    }

    /** A partitioned table without partitions cannot, be it on whatever level. */
    private static boolean canHoldRows(Catalog catalog, QualifiedName table) {
        return catalog.findTable(table)
                .filter(found -> found.form() == Table.Form.ORDINARY
                        || catalog.relationships().childrenOf(table).stream()
                                .anyMatch(child -> canHoldRows(catalog, child.name())))
                .isPresent();
    }
}

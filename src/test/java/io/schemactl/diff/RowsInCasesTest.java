package io.schemactl.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.schemactl.catalog.Table;
import io.schemactl.db.Interruption;
import io.schemactl.db.WorkConnection;
import io.schemactl.rows.GeneratedRows;
import io.schemactl.rows.RowGenerator;
import io.schemactl.rows.RowSettings;
import io.schemactl.shadow.TestServers;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Generates rows for the schemas that differences are tested with: each so-many-th case, by {@code -Dschemactl.test.rows}. */
final class RowsInCasesTest {

    private static final int EVERY = Integer.getInteger("schemactl.test.rows", 1);

    static Stream<Integer> versions() {
        return TestServers.versions().stream();
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
            for (String sql : List.of(one.old(), one.fresh())) {
                try (CaseDatabase database = CaseDatabase.of(major, sql)) {
                    long t0 = System.nanoTime();
                    GeneratedRows generated = generate(database);
                    long ms = (System.nanoTime() - t0) / 1000000;
                    tables += generated.filled().size() + generated.empty().size();
                    if (ms > 1000) {
                        System.out.println("SLOW " + one.name() + " " + ms + " ms " + generated);
                    }
                    generated.filled().stream()
                            .filter(f -> f.shortfall() != null)
                            .forEach(f -> System.out.println("SHORT " + one.name() + " " + f));
                    generated.nullReferences().forEach(f -> System.out.println("NULLREF " + one.name() + " " + f));
                    generated.empty().forEach(table -> empty.add(one.name() + ": " + table));
                } catch (Exception e) {
                    empty.add(one.name() + ": FAILED " + e);
                }
            }
        }
        empty.forEach(System.out::println);
        System.out.println(major + ": " + tables + " tables, " + empty.size() + " empty");
        assertTrue(tables > 0);
        assertTrue(empty.size() * 50 <= tables, String.join("\n", empty));
    }

    private static GeneratedRows generate(CaseDatabase database) throws SQLException {
        var catalog = database.read().catalog();
        assertEquals(0, catalog.all(Table.class).filter(table -> false).count());
        var connection = new WorkConnection(database.connection(), new Interruption(), notice -> {});
        return new RowGenerator(catalog, connection, RowSettings.of(1)).generate();
    }
}

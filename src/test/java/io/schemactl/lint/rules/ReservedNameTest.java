package io.schemactl.lint.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.schemactl.shadow.TestDatabase;
import io.schemactl.shadow.TestServers;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the reserved words with what servers say. */
final class ReservedNameTest {

    static List<Integer> versions() {
        return TestServers.versions();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void knowsEveryWordThatTheServerReserves(int version) throws SQLException {
        Set<String> missing = new TreeSet<>();
        try (TestDatabase database = TestServers.freshDatabase(version);
                var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT word FROM pg_catalog.pg_get_keywords() WHERE catcode IN ('R', 'T') ORDER BY word")) {
            while (rows.next()) {
                if (!ReservedName.RESERVED.contains(rows.getString(1))) {
                    missing.add(rows.getString(1));
                }
            }
        }
        assertEquals(Set.of(), missing);
    }
}

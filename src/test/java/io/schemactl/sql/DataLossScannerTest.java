package io.schemactl.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What statements destroy, by their text. */
final class DataLossScannerTest {

    static Stream<Arguments> statements() {
        return Stream.of(
                Arguments.of("DROP TABLE a", "rows a"),
                Arguments.of("drop table if exists only_x, \"S\".\"T\" cascade", "rows only_x|rows S.T"),
                Arguments.of("TRUNCATE a, b", "rows a|rows b"),
                Arguments.of("TRUNCATE TABLE ONLY s.a RESTART IDENTITY", "rows s.a"),
                Arguments.of("TRUNCATE a CASCADE", "rows a|some"),
                Arguments.of("DELETE FROM a", "rows a"),
                Arguments.of("DELETE FROM ONLY a", "rows a"),
                Arguments.of("DELETE FROM a WHERE x", "some"),
                Arguments.of("ALTER TABLE a DROP COLUMN x", "values a.x"),
                Arguments.of(
                        "ALTER TABLE IF EXISTS ONLY s.a DROP x CASCADE, DROP COLUMN IF EXISTS y",
                        "values s.a.x|values s.a.y"),
                Arguments.of("ALTER TABLE a DROP CONSTRAINT x, ALTER y DROP DEFAULT, ALTER z DROP NOT NULL", ""),
                Arguments.of("ALTER TABLE a ADD CHECK (f(1, drop) > 0), DROP b", "values a.b"),
                Arguments.of("ALTER TABLE a ALTER COLUMN x TYPE int USING x::int", "some"),
                Arguments.of("ALTER TABLE a ALTER x SET DATA TYPE int", "some"),
                Arguments.of("ALTER TABLE a RENAME TO b", ""),
                Arguments.of("DROP SCHEMA s CASCADE", "some"),
                Arguments.of("DROP INDEX i; DROP VIEW v; DROP FUNCTION f(int)", ""),
                Arguments.of("DROP TYPE t CASCADE", "some"),
                Arguments.of("DROP DATABASE d", "some"),
                Arguments.of("UPDATE a SET x = NULL", "some"),
                Arguments.of("DO $$ BEGIN DELETE FROM a; END $$", "some"),
                Arguments.of("WITH d AS (DELETE FROM a RETURNING *) SELECT * FROM d", "some"),
                Arguments.of("SELECT 'DROP TABLE a' -- DROP TABLE b", ""),
                Arguments.of("CREATE TABLE a (); DROP TABLE a; DROP TABLE a", "rows a"));
    }

    @ParameterizedTest
    @MethodSource("statements")
    void finds(String sql, String expected) {
        List<String> found = DataLossScanner.scan(sql).stream()
                .map(DataLossScannerTest::words)
                .toList();

        assertEquals(expected, String.join("|", found));
    }

    private static String words(DataLoss loss) {
        if (loss instanceof DataLoss.Rows rows) {
            return "rows " + plain(rows.table());
        }
        return loss instanceof DataLoss.Values values
                ? "values " + plain(values.table()) + "." + values.column()
                : "some";
    }

    private static String plain(DataLoss.TableName table) {
        return table.schema().map(schema -> schema + ".").orElse("") + table.name();
    }
}

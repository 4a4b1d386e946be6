package io.schemactl.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which columns statements are said to set. */
final class UpdatedColumnsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            UPDATE visit SET a = 1                                        | a
            UPDATE ONLY s.visit AS v SET a = b + 1, "C d" = f(x, y = 2) WHERE z = 1 | a,C d
            UPDATE visit SET (a, b) = (SELECT c, d FROM e WHERE f = 1), g = 2 FROM h | a,b,g
            UPDATE visit SET a = CASE WHEN b = 1 THEN 2 END RETURNING c   | a
            ALTER TABLE visit ADD COLUMN a int; UPDATE visit SET a = 1; UPDATE visit SET B = 2 | a,b
            DELETE FROM visit                                             | -
            UPDATE visit SET a = 1; DELETE FROM visit                     | -
            DO $$ BEGIN UPDATE visit SET a = 1; END $$                    | -
            WITH x AS (DELETE FROM visit) UPDATE visit SET a = 1          | -
            ALTER TABLE visit SET (fillfactor = 50)                       | -
            """)
    void findsWhatIsSet(String sql, String columns) {
        Set<String> expected = columns.equals("-") ? Set.of() : Set.of(columns.split(","));
        assertEquals(expected, UpdatedColumns.of(sql).orElse(Set.of()));
    }
}

package io.schemactl.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.schemactl.shadow.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Generates values of each type, alone and in arrays. */
final class GeneratedTypesTest {

    private static final Path TYPES = Path.of("src/test/resources/io/schemactl/rows/types.txt");

    private static final String OWN_TYPES = """
            CREATE EXTENSION citext; CREATE EXTENSION hstore; CREATE EXTENSION ltree;
            CREATE TYPE mood AS ENUM ('sad', 'it''s ok', 'happy, "very"');
            CREATE DOMAIN short_text AS varchar(4) CHECK (VALUE ~ '^[A-Z]{2}[0-9]+$');
            CREATE DOMAIN positive AS numeric(6,2) CHECK (VALUE > 0);
            CREATE DOMAIN very_positive AS positive CHECK (VALUE BETWEEN 990 AND 999);
            CREATE DOMAIN never_null AS text NOT NULL CHECK (length(VALUE) = 7);
            CREATE TYPE address AS (street text, "Number" integer, mood mood, since date, tags text[], code short_text);
            CREATE TYPE pair_of_addresses AS (one address, other address);
            CREATE TYPE span AS RANGE (subtype = float8, multirange_type_name = span_multirange);
            CREATE TYPE text_span AS RANGE (subtype = text, collation = "C");
            """;

    static Stream<Integer> versions() {
        return TestServers.ends().stream();
    }

    @ParameterizedTest(name = "on PostgreSQL {0}")
    @MethodSource("versions")
    void drawsValuesOfEveryType(int major) throws SQLException, IOException {
        List<String> types = types(major);
        try (RowDatabase database = RowDatabase.of(major, OWN_TYPES)) {
            for (int i = 0; i < types.size(); i++) {
                database.execute("CREATE TABLE t%d (a %s NOT NULL, b %2$s, c %2$s[] NOT NULL, d %2$s[])"
                        .formatted(i, types.get(i)));
            }

            GeneratedRows generated = database.generate(7);

            assertEquals(List.of(), generated.empty());
            assertEquals(types.size(), generated.filled().size());
            for (GeneratedRows.Filled table : generated.filled()) {
                String of =
                        types.get(Integer.parseInt(table.table().name().name().substring(1)));
                assertEquals(new GeneratedRows.Filled(table.table(), 4, null), table, of);
            }
            assertFilled(database, types);
        }
    }

    private static void assertFilled(RowDatabase database, List<String> types) throws SQLException {
        for (int i = 0; i < types.size(); i++) {
            boolean mayBeNull = !types.get(i).equals("never_null");
            String counts =
                    "SELECT concat_ws(' ', count(*) FILTER (WHERE d IS NOT NULL) > 0, count(*) FILTER (WHERE d IS NULL) > 0,"
                            + " count(*) FILTER (WHERE b::text IS NOT NULL) > 0, count(*) FILTER (WHERE b::text IS NULL) > 0) FROM t"
                            + i;
            assertEquals("t t t " + (mayBeNull ? "t" : "f"), database.value(counts), types.get(i));
        }
    }

    private static List<String> types(int major) throws IOException {
        var types = new ArrayList<>(Files.readAllLines(TYPES));
        if (major >= 15) {
            types.addAll(List.of("numeric(3,-2)", "numeric(2,5)"));
        }
        return types;
    }

    @ParameterizedTest(name = "on PostgreSQL {0}")
    @MethodSource("versions")
    void knowsAllTypesThatComeWithTheServer(int major) throws SQLException {
        try (RowDatabase database = RowDatabase.of(major, "")) {
            List<String> unknown = new ArrayList<>();
            for (String name : database.query("""
                    SELECT typname FROM pg_catalog.pg_type
                     WHERE typtype = 'b' AND typnamespace = 'pg_catalog'::regnamespace AND typcategory <> 'A'
                       AND typname NOT LIKE 'pg\\_%' AND typname NOT IN ('gtsvector')
                     ORDER BY typname
                    """)) {
                if (Scalars.find(name).isEmpty()) {
                    unknown.add(name);
                }
            }

            assertEquals(List.of(), unknown);
        }
    }
}

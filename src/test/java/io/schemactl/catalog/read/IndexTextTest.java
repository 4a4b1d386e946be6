package io.schemactl.catalog.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.schemactl.catalog.Index;
import io.schemactl.shadow.TestDatabase;
import io.schemactl.shadow.TestServers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IndexTextTest {

    private static final String INDEXES = """
            CREATE SCHEMA "Odd schema";
            CREATE TYPE mood AS ENUM ('sad', 'ok');
            CREATE DOMAIN short AS varchar(3);
            CREATE DOMAIN shorter AS short;
            CREATE TABLE "Odd schema"."select" (id int PRIMARY KEY, "user" text, "Odd ""name" varchar(20), "order" mood, a int[],
                r int4range, d short, e shorter, c cidr, b bpchar(2), n name, j jsonb, t text COLLATE "C", p point, "between" int);
            CREATE INDEX "table" ON "Odd schema"."select" ("user", "Odd ""name" DESC, "order" DESC NULLS LAST, a NULLS FIRST);
            CREATE UNIQUE INDEX i1 ON "Odd schema"."select" (r, d, e) INCLUDE ("user", "between") WHERE "between" > 0 AND d IN ('x', 'y');
            CREATE INDEX i2 ON "Odd schema"."select" (c, b, n);
            CREATE INDEX i3 ON "Odd schema"."select" USING gin (j, a);
            CREATE INDEX i4 ON "Odd schema"."select" USING gin (j jsonb_path_ops);
            CREATE INDEX i5 ON "Odd schema"."select" USING gist (p, r);
            CREATE INDEX i6 ON "Odd schema"."select" USING brin (id, "user") WITH (pages_per_range = 8);
            CREATE INDEX i7 ON "Odd schema"."select" USING hash (t) WHERE t IS NOT NULL;
            CREATE INDEX i8 ON "Odd schema"."select" (t COLLATE "POSIX", t COLLATE "default", t);
            CREATE INDEX i9 ON "Odd schema"."select" ("Odd ""name" bpchar_ops, "user" text_pattern_ops, "user" varchar_ops);
            CREATE INDEX i10 ON "Odd schema"."select" (lower("user"), (id + 1), (t COLLATE "C"), ((t COLLATE "C")) COLLATE "default");
            CREATE INDEX i11 ON "Odd schema"."select" USING spgist (p);
            CREATE INDEX i12 ON "Odd schema"."select" USING gist (p) WITH (fillfactor = 80);
            CREATE TABLE parted (a int, b text) PARTITION BY LIST (a);
            CREATE TABLE part PARTITION OF parted FOR VALUES IN (1);
            CREATE INDEX ON parted (a, b DESC);
            CREATE INDEX alone ON ONLY parted (b);
            CREATE MATERIALIZED VIEW mv AS SELECT 1 AS one;
            CREATE UNIQUE INDEX ON mv (one);
            """;

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void writesWhatPostgresPrints(int major) throws SQLException {
        try (TestDatabase database = TestServers.freshDatabase(major);
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(INDEXES);
            if (major >= 15) {
                statement.execute("CREATE UNIQUE INDEX nnd ON parted (a, b) NULLS NOT DISTINCT");
            }
            Map<String, String> read = CatalogReader.read(connection, Scope.everything())
                    .all(Index.class)
                    .collect(Collectors.toMap(
                            index -> index.name().name(), Index::definition, (one, other) -> one, TreeMap::new));
            assertEquals(printed(statement), read);
        }
    }

    private static Map<String, String> printed(Statement statement) throws SQLException {
        var printed = new TreeMap<String, String>();
        statement.execute("SET search_path TO ''");
        try (ResultSet rows = statement.executeQuery("""
                SELECT c.relname, pg_catalog.pg_get_indexdef(c.oid)
                FROM pg_catalog.pg_class c WHERE c.relkind IN ('i', 'I')
                AND c.relnamespace::pg_catalog.regnamespace::pg_catalog.text !~ '^pg_' AND c.oid >= 16384""")) {
            while (rows.next()) {
                printed.put(rows.getString(1), ArrayCasts.atElements(rows.getString(2)));
            }
        }
        return printed;
    }
}

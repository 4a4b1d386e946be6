package io.schemactl.catalog.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.schemactl.catalog.Extension;
import io.schemactl.catalog.Part;
import io.schemactl.catalog.Reading;
import io.schemactl.catalog.Unseen;
import io.schemactl.shadow.TestDatabase;
import io.schemactl.shadow.TestServers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reading says besides the catalog: dependencies, and what the catalog has no room for. */
final class ReadingTest {

    private static final String RICH = """
            CREATE SCHEMA a; CREATE SCHEMA x; CREATE EXTENSION hstore SCHEMA x; CREATE EXTENSION btree_gist SCHEMA x;
            CREATE TYPE a.mood AS ENUM ('sad', 'ok');
            CREATE DOMAIN a.positive AS int CONSTRAINT positive CHECK (VALUE > 0);
            CREATE TYPE a.pair AS (one a.mood, two int);
            CREATE FUNCTION a.twice(n int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 2 * n';
            CREATE FUNCTION a.quiet() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
            CREATE SEQUENCE a.numbers;
            CREATE TABLE a.parent (id serial PRIMARY KEY, mood a.mood DEFAULT 'ok', tags x.hstore, pair a.pair[],
                number int DEFAULT nextval('a.numbers'), doubled int GENERATED ALWAYS AS (a.twice(number)) STORED,
                who int GENERATED ALWAYS AS IDENTITY);
            CREATE TABLE a.child (id a.positive REFERENCES a.parent, at date, CHECK (a.twice(id) > 0),
                EXCLUDE USING gist (id WITH =));
            CREATE INDEX child_twice ON a.child (a.twice(id)) WHERE at IS NOT NULL;
            CREATE VIEW a.v AS SELECT id, mood FROM a.parent;
            CREATE MATERIALIZED VIEW a.m AS SELECT v.id FROM a.v;
            CREATE INDEX m_id ON a.m (id);
            CREATE FUNCTION a.rows() RETURNS SETOF a.parent LANGUAGE sql AS 'SELECT * FROM a.parent';
            CREATE TRIGGER t AFTER UPDATE OF at ON a.child EXECUTE FUNCTION a.quiet();
            CREATE POLICY p ON a.child USING (at IS NOT NULL AND EXISTS (SELECT FROM a.parent WHERE number = 1));
            CREATE RULE r AS ON DELETE TO a.child DO ALSO UPDATE a.parent SET number = 0;
            CREATE TABLE a.log (id int, at date, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
            CREATE TABLE a.log1 PARTITION OF a.log FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
            CREATE TABLE a.to_log (id int, at date, CONSTRAINT to_log FOREIGN KEY (id, at) REFERENCES a.log);
            CREATE TABLE a.heir () INHERITS (a.child);
            CREATE TEMPORARY TABLE gone (id serial PRIMARY KEY, at date CHECK (at IS NOT NULL));
            """;

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void saysWhatNeedsWhat(int major) throws IOException, SQLException {
        var edges = new TreeSet<String>();
        read(major, RICH)
                .dependencies()
                .needs()
                .forEach((part, needed) -> needed.forEach(each -> edges.add(text(part) + " -> " + text(each))));
        try (InputStream stream = Objects.requireNonNull(ReadingTest.class.getResourceAsStream("dependencies.txt"))) {
            String expected = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(expected, String.join("\n", edges) + "\n");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void seesAllOfARichSchema(int major) throws SQLException {
        assertEquals(List.of(), read(major, RICH).unseen());
    }

    private static final String ADDED = """
            CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
            CREATE TABLE mine (id int REFERENCES e);
            CREATE INDEX i ON e (n, id);
            CREATE INDEX x ON e ((id + 1));
            ALTER TABLE e ADD CONSTRAINT c CHECK (id > 0), ADD CONSTRAINT u UNIQUE (n),
                ADD CONSTRAINT k FOREIGN KEY (n) REFERENCES e;
            CREATE TRIGGER t BEFORE INSERT ON e FOR EACH ROW EXECUTE FUNCTION f();
            CREATE TRIGGER t INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION f();
            CREATE POLICY p ON e USING (id > 0);
            CREATE RULE r AS ON DELETE TO e DO INSTEAD NOTHING;
            CREATE STATISTICS s ON id, n FROM e""";

    /** PostgreSQL does not note what an extension's script makes on its tables, so it is read with what somebody adds. */
    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void readsWhatSomebodyAddedToAnExtensionsTable(int major) throws SQLException {
        try (TestDatabase database = TestServers.freshDatabase(major);
                Connection connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("""
                    CREATE EXTENSION btree_gist;
                    CREATE TABLE e (id int PRIMARY KEY, n int CHECK (n > 0));
                    CREATE INDEX of_the_extension ON e (n);
                    CREATE VIEW v AS SELECT id FROM e;
                    ALTER EXTENSION btree_gist ADD TABLE e;
                    ALTER EXTENSION btree_gist ADD VIEW v""");
            Set<String> own = Set.of(
                    "COLUMN id ON public.e",
                    "COLUMN n ON public.e",
                    "CONSTRAINT e_n_check ON public.e",
                    "CONSTRAINT e_pkey ON public.e",
                    "INDEX of_the_extension ON public.e");
            assertEquals(own, parts(reading(connection)).keySet());
            statement.execute(ADDED);
            Reading reading = reading(connection);
            SortedMap<String, String> added = new TreeMap<>(parts(reading));
            added.keySet().removeAll(own);
            assertEquals(
                    List.of(
                            "CONSTRAINT c ON public.e",
                            "CONSTRAINT k ON public.e",
                            "CONSTRAINT u ON public.e",
                            "INDEX i ON public.e",
                            "INDEX x ON public.e",
                            "POLICY p ON public.e",
                            "RULE r ON public.e",
                            "STATISTICS public.s ON public.e",
                            "TRIGGER t ON public.e",
                            "TRIGGER t ON public.v"),
                    List.copyOf(added.keySet()));
            assertEquals("CREATE INDEX x ON public.e USING btree (((id + 1)))", added.get("INDEX x ON public.e"));
            assertEquals(List.of(), reading.unseen());
        }
    }

    private static SortedMap<String, String> parts(Reading reading) {
        return reading.catalog()
                .all(Extension.class)
                .findFirst()
                .orElseThrow()
                .parts()
                .values();
    }

    private static Reading reading(Connection connection) {
        try (CatalogSession session = CatalogSession.open(connection)) {
            return session.readAll(Scope.everything());
        }
    }

    /** As if there were no query for any kind but schemas. */
    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void namesWhatTheCatalogDoesNotHold(int major) throws SQLException {
        try (TestDatabase database = TestServers.freshDatabase(major);
                Connection connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("""
                    CREATE TABLE t (a int); CREATE STATISTICS st ON a, (a + 1) FROM t;
                    CREATE FUNCTION f(t) RETURNS int LANGUAGE sql AS 'SELECT 1';
                    CREATE CAST (t AS int) WITH FUNCTION f(t)""");
            var source = new Source(connection, major);
            var links = new ArrayList<Link>();
            var loners = new ArrayList<Address>();
            source.asking(List.of(SchemaRows.QUERY, Link.QUERY, Coverage.LONERS), () -> {
                source.run(SchemaRows.QUERY);
                links.addAll(source.run(Link.QUERY));
                return loners.addAll(source.run(Coverage.LONERS));
            });
            assertEquals(
                    List.of(
                            new Unseen("cast", "(public.t AS integer)"),
                            new Unseen("function", "public.f(public.t)"),
                            new Unseen("statistics object", "public.st"),
                            new Unseen("table", "public.t")),
                    Coverage.unseen(source, new Wholes(links), links, loners).stream()
                            .sorted()
                            .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void namesCommentsAndGrantsOnWhatTheCatalogDoesNotHold(int major) throws SQLException {
        String sql = """
                CREATE EXTENSION hstore; COMMENT ON FUNCTION hstore(text, text) IS 'of the extension';
                COMMENT ON SCHEMA public IS 'seen'; SELECT lo_create(20000); COMMENT ON LARGE OBJECT 20000 IS 'data';
                CREATE TYPE e AS ENUM ('a'); COMMENT ON TYPE e IS 'seen'; COMMENT ON TYPE _e IS 'array';
                CREATE TYPE r AS RANGE (SUBTYPE = int4, MULTIRANGE_TYPE_NAME = m); COMMENT ON TYPE m IS 'seen';
                CREATE TABLE t (a int); COMMENT ON COLUMN t.a IS 'seen'; COMMENT ON TYPE t IS 'row';
                REVOKE USAGE ON TYPE t FROM PUBLIC; CREATE TEMP TABLE x (a int); COMMENT ON TYPE _x IS 'of a session'""";
        assertEquals(
                List.of(
                        new Unseen("comment on type", "public.e[]"),
                        new Unseen("comment on type", "public.t"),
                        new Unseen("grants on type", "public.t")),
                read(major, sql).unseen());
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void readsInADatabaseThatMustNotBeWritten(int major) throws SQLException {
        assertEquals(
                List.of(),
                read(major, "SET default_transaction_read_only TO on").unseen());
    }

    private static Reading read(int major, String sql) throws SQLException {
        try (TestDatabase database = TestServers.freshDatabase(major);
                Connection connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
            try (CatalogSession session = CatalogSession.open(connection)) {
                return session.readAll(Scope.everything());
            }
        }
    }

    private static String text(Part part) {
        var key = part.object();
        var text = new StringBuilder(key.kind().word()).append(' ');
        if (key.relation() != null) {
            text.append(key.relation()).append('/');
        }
        text.append(key.name());
        if (part.column() != null) {
            text.append('.').append(part.column());
        }
        return text.append(part.columnDefault() ? " default" : "").toString();
    }
}

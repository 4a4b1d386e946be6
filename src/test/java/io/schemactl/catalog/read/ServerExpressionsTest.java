package io.schemactl.catalog.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.schemactl.catalog.Expressions;
import io.schemactl.catalog.Expressions.Answer;
import io.schemactl.catalog.Expressions.Comparison;
import io.schemactl.catalog.Expressions.TypeName;
import io.schemactl.catalog.Expressions.Verdict;
import io.schemactl.shadow.TestDatabase;
import io.schemactl.shadow.TestServers;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ServerExpressionsTest {

    private static final Identifier PUBLIC = new Identifier("public");

    private TestDatabase database;
    private Connection connection;

    @BeforeAll
    void create() throws SQLException {
        database = TestServers.freshDatabase();
        database.execute("""
                CREATE TYPE video_status AS ENUM ('ready', 'error');
                CREATE DOMAIN email AS text NOT NULL CHECK (VALUE ~ '@');
                CREATE TABLE t (a integer, s varchar(20), x text, b boolean, j jsonb, e video_status, at timestamptz, "Odd" int);
                CREATE FUNCTION boom(integer) RETURNS integer LANGUAGE plpgsql
                    AS 'BEGIN CREATE TABLE executed (); RETURN 1; END';
                CREATE FUNCTION of_row(t) RETURNS boolean LANGUAGE sql AS 'SELECT true'""");
        connection = database.connect();
    }

    @AfterAll
    void drop() throws SQLException {
        connection.close();
        database.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a BETWEEN 0 AND 100                | ((a >= 0) AND (a <= 100))                         | SAME
            a >= 0 AND a <= 100                | ((a >= 0) AND (a <= 101))                         | DIFFERENT
            s IN ('a', 'b')                    | ((s)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[])) | SAME
            s IN ('a', 'b')                    | ((s)::text = ANY ((ARRAY['b'::character varying, 'a'::character varying])::text[])) | DIFFERENT
            x = 'x'                            | (x = 'x'::text)                                   | SAME
            CAST(a AS text) <> ''              | ((a)::text <> ''::text)                           | SAME
            NOT b                              | (NOT b)                                           | SAME
            b = false                          | (b = 'f'::boolean)                                | SAME
            at < now()                         | (at < CURRENT_TIMESTAMP)                          | DIFFERENT
            x IS NOT NULL AND a>0              | ((x IS NOT NULL) AND (a > 0))                     | SAME
            e = 'ready'                        | (e = 'ready'::public.video_status)                | SAME
            e = 'error'                        | (e = 'ready'::public.video_status)                | DIFFERENT
            x != 'a'                           | (x <> 'a'::text)                                  | SAME
            x LIKE 'a%'                        | (x ~~ 'a%'::text)                                 | SAME
            t.a > 0                            | (a > 0)                                           | SAME
            "Odd" > 0                          | ("Odd" > 0)                                       | SAME
            j ->> 'k' = 'v'                    | ((j ->> 'k'::text) = 'v'::text)                   | SAME
            of_row(t.*)                        | public.of_row(t.*)                                | SAME
            nothing > 0                        | (a > 0)                                           | INVALID
            a >                                | (a > 0)                                           | INVALID
            boom(a) > 0                        | (a > 0)                                           | DIFFERENT
            a > 0) OR (a < 5                   | (a > 0)                                           | INVALID
            a > 0; DROP TABLE t                | (a > 0)                                           | INVALID
            a > 0 -- really                    | (a > 0)                                           | INVALID
            """)
    void comparesByMeaning(String expected, String actual, Answer answer) throws SQLException {
        try (CatalogSession session = CatalogSession.open(connection)) {
            var table = session.read(Scope.everything())
                    .findTable(QualifiedName.of("public", "t"))
                    .orElseThrow();
            assertEquals(
                    answer,
                    ask(session, Expressions.in(table), expected, actual).answer());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'pending'  | 'pending'::character varying | character varying(20) | SAME
            false      | 'f'::boolean                 | boolean               | SAME
            0          | '0'::bigint                  | bigint                | SAME
            '{}'       | '{}'::jsonb                  | jsonb                 | SAME
            now()      | CURRENT_TIMESTAMP            | timestamp with time zone | DIFFERENT
            current_timestamp | CURRENT_TIMESTAMP     | timestamp with time zone | SAME
            'ready'    | 'ready'::public.video_status | public.video_status   | SAME
            pending    | 'pending'::text              | text                  | INVALID
            25         | 25.000                       | numeric(6,3)          | SAME
            """)
    void comparesDefaultsInTheirType(String expected, String actual, String type, Answer answer) throws SQLException {
        try (CatalogSession session = CatalogSession.open(connection)) {
            assertEquals(
                    answer,
                    ask(session, new Expressions.AsDefault(type), expected, actual)
                            .answer());
        }
    }

    @Test
    void oneBadTextDoesNotSpoilTheOthers() throws SQLException {
        try (CatalogSession session = CatalogSession.open(connection)) {
            var context = new Expressions.InDomain("text");
            List<Verdict> verdicts = session.expressions(PUBLIC)
                    .compare(List.of(
                            new Comparison(context, "VALUE ~ '@'", "(VALUE ~ '@'::text)"),
                            new Comparison(context, "nothing", "(VALUE ~ '@'::text)"),
                            new Comparison(context, "value ~ 'b'", "(VALUE ~ '@'::text)")));
            assertEquals(
                    List.of(Answer.SAME, Answer.INVALID, Answer.DIFFERENT),
                    verdicts.stream().map(Verdict::answer).toList());
            assertEquals("column \"nothing\" does not exist", verdicts.get(1).reason());
            assertEquals(session.read(Scope.everything()), session.read(Scope.everything()));
        }
    }

    @Test
    void printsTypes() throws SQLException {
        Map<String, String> types = Map.ofEntries(
                Map.entry("int", "integer"),
                Map.entry("varchar(255)", "character varying(255)"),
                Map.entry("VARCHAR", "character varying"),
                Map.entry("timestamptz(3)", "timestamp(3) with time zone"),
                Map.entry("timestamp with time zone", "timestamp with time zone"),
                Map.entry("decimal(10, 4)", "numeric(10,4)"),
                Map.entry("char(2)", "character(2)"),
                Map.entry("\"char\"", "\"char\""),
                Map.entry("text[]", "text[]"),
                Map.entry("int array", "integer[]"),
                Map.entry("varchar(3)[]", "character varying(3)[]"),
                Map.entry("float8", "double precision"),
                Map.entry("bit varying(3)", "bit varying(3)"),
                Map.entry("public.video_status", "video_status"),
                Map.entry("video_status[]", "video_status[]"),
                Map.entry("email", "email"),
                Map.entry("interval day to second(3)", "interval day to second(3)"));
        try (CatalogSession session = CatalogSession.open(connection)) {
            var answers = session.expressions(PUBLIC).types(types.keySet());
            types.forEach((given, printed) -> assertEquals(new TypeName(printed, null), answers.get(given)));
        }
    }

    @Test
    void saysWhichTypeIsUnknown() throws SQLException {
        try (CatalogSession session = CatalogSession.open(connection)) {
            var answers = session.expressions(PUBLIC).types(Set.of("int", "nothing", "int; DROP TABLE t"));
            assertEquals(new TypeName("integer", null), answers.get("int"));
            assertEquals(new TypeName("nothing", "type \"nothing\" does not exist"), answers.get("nothing"));
            assertEquals(new TypeName("int; DROP TABLE t", "not the name of a type"), answers.get("int; DROP TABLE t"));
        }
    }

    @Test
    void executesNothing() throws SQLException {
        try (CatalogSession session = CatalogSession.open(connection)) {
            ask(session, new Expressions.AsDefault("integer"), "boom(1)", "2");
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT to_regclass('executed')")) {
            row.next();
            assertEquals(null, row.getString(1));
        }
    }

    @Test
    void saysWhyItCannotDecide() throws SQLException {
        database.execute("""
                REVOKE EXECUTE ON FUNCTION boom(integer) FROM PUBLIC;
                DO $$ BEGIN CREATE ROLE expressions_reader LOGIN PASSWORD 'x';
                EXCEPTION WHEN duplicate_object THEN NULL; END $$""");
        String url = database.jdbcUrl()
                .replaceAll("user=[^&]*", "user=expressions_reader")
                .replaceAll("password=[^&]*", "password=x");
        try (Connection ordinary = DriverManager.getConnection(url);
                CatalogSession session = CatalogSession.open(ordinary)) {
            assertEquals(
                    new Verdict(Answer.UNDECIDED, "permission denied for function boom"),
                    ask(session, new Expressions.AsDefault("integer"), "boom(1)", "public.boom(2)"));
            assertEquals(
                    new Verdict(Answer.UNDECIDED, "permission denied for table t"),
                    ask(session, new Expressions.AsQuery(), "SELECT a FROM t", "SELECT t.a FROM public.t"));
        }
    }

    private static Verdict ask(CatalogSession session, Expressions.Context context, String expected, String actual) {
        return session.expressions(PUBLIC)
                .compare(List.of(new Comparison(context, expected, actual)))
                .get(0);
    }
}

package io.schemactl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.schemactl.shadow.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The blocks of the command new: what they write runs, is taken back exactly, and runs again, with rows in the tables. */
final class SafeFormsTest {

    private static final String BASE = """
            CREATE TYPE status AS ENUM ('draft', 'live');
            CREATE TYPE "Odd Type" AS ENUM ('It''s', 'b');
            CREATE DOMAIN current_status AS status DEFAULT 'draft' CHECK (VALUE <> 'live' OR VALUE IS NOT NULL);
            CREATE TYPE pair AS (one status, note text);
            CREATE TYPE span AS RANGE (subtype = status);
            CREATE TABLE customers (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL);
            CREATE TABLE videos (
                id uuid PRIMARY KEY DEFAULT gen_random_uuid(), title varchar(40) NOT NULL, stars integer, meta jsonb,
                customer_id bigint, state status NOT NULL DEFAULT 'draft', states status[] DEFAULT '{draft,live}',
                kept current_status, couple pair, during span,
                CONSTRAINT check_state CHECK (state <> 'live' OR title <> ''));
            CREATE INDEX ix_live ON videos (title) WHERE state = 'live';
            CREATE INDEX ix_state ON videos (state);
            CREATE VIEW live_videos AS SELECT id, title, state FROM videos WHERE state = 'live'::status;
            CREATE MATERIALIZED VIEW counts AS SELECT state, count(*) AS n FROM videos GROUP BY state;
            CREATE UNIQUE INDEX ix_counts ON counts (state);
            CREATE FUNCTION next_status(status) RETURNS status LANGUAGE sql AS $f$ SELECT 'live'::status $f$;
            CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS $f$ BEGIN NEW.state = 'draft'; RETURN NEW; END $f$;
            CREATE TRIGGER stamp_videos BEFORE INSERT ON videos FOR EACH ROW WHEN (NEW.state = 'live') EXECUTE FUNCTION stamp();
            CREATE TABLE events (id bigint, state status NOT NULL DEFAULT 'live', customer_id bigint) PARTITION BY RANGE (id);
            CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (0) TO (10);
            CREATE TABLE events_2 PARTITION OF events DEFAULT PARTITION BY LIST (id);
            CREATE TABLE events_2_1 PARTITION OF events_2 DEFAULT;
            CREATE TABLE a_table_with_a_name_of_the_sixty_three_bytes_that_name_may_have (id bigint PRIMARY KEY, one int, two int);
            CREATE TABLE "Odd Table" ("The ""Key\""" integer PRIMARY KEY, "Kind" "Odd Type" NOT NULL DEFAULT 'b', "Value" text);
            """;

    private static final String ROWS = """
            INSERT INTO customers (name) SELECT 'Ada Example ' || i FROM generate_series(1, 3) AS i;
            INSERT INTO videos (title, stars, meta, customer_id, states, couple, during)
                SELECT 'title ' || i, nullif(i % 5, 0), '{"a": 1}', 1 + i % 3, '{live}',
                       CASE i % 7 WHEN 0 THEN NULL WHEN 1 THEN '(,)'::pair ELSE '(live,refunded)' END, '[draft,live]'
                  FROM generate_series(1, 12000) AS i;
            INSERT INTO "Odd Table" SELECT i, 'It''s' FROM generate_series(1, 50) AS i;
            REFRESH MATERIALIZED VIEW counts;
            ANALYZE;
            """;

    /** What is asked of the command. */
    private static final List<List<String>> BLOCKS = List.of(
            List.of(
                    "--table",
                    "orders(customer_id bigint not null references customers on delete cascade, note text comment 'It''s a note', status status not null, amount numeric(10,2) not null default 0 check (amount >= 0), code text not null unique)"),
            List.of(
                    "--table",
                    "\"Odd Orders\"(id uuid, \"Odd Column\" integer references \"Odd Table\") comment 'x: y'"),
            List.of("--table", "plain", "--table", "nodes(parent_id bigint references nodes)"),
            List.of("--column", "videos.rating:integer"),
            List.of("--column", "videos.rating:numeric(3,1) not null default 1.5 comment 'Stars, 1 to 5'"),
            List.of("--column", "\"Odd Table\".\"Odd Column\":timestamp with time zone default now()"),
            List.of("--column", "videos.owner_id:bigint references customers(id) on delete set null on update cascade"),
            List.of(
                    "--index",
                    "events(state)",
                    "--foreign-key",
                    "events(customer_id) references customers on delete cascade"),
            List.of(
                    "--column",
                    "events.owner_id:bigint references customers on delete cascade deferrable initially deferred"),
            List.of(
                    "--index",
                    "videos(stars)",
                    "--index",
                    "videos(stars desc)",
                    "--index",
                    "videos(stars) where title > 'x'"),
            List.of(
                    "--index", "a_table_with_a_name_of_the_sixty_three_bytes_that_name_may_have(one)",
                    "--index", "a_table_with_a_name_of_the_sixty_three_bytes_that_name_may_have(two)",
                    "--table",
                            "another_table_with_a_name_of_the_sixty_three_bytes_of_long_name(a int unique check (a > 0))"),
            List.of("--index", "videos(stars, title desc)", "--index", "videos(meta) using gin"),
            List.of("--index", "unique videos(lower(title), id) where stars is not null"),
            List.of("--index", "\"Odd Table\"(\"Value\")"),
            List.of("--foreign-key", "videos(customer_id) references customers"),
            List.of("--enum", "mood(good, 'not so good')", "--enum", "\"Odd Mood\"(\"A\", 'It''s')"),
            List.of("--enum-value", "status:archived"),
            List.of("--enum-value", "status:early before draft", "--enum-value", "status:'be tween' after early"),
            List.of("--enum-value", "\"Odd Type\":'It''s new' after 'It''s'"),
            List.of("--backfill", "videos.stars=coalesce(length(title), 0)", "--not-null", "videos.stars"),
            List.of("--backfill", "videos.couple=row('live', 'x')::pair", "--not-null", "videos.couple"),
            List.of("--backfill", "\"Odd Table\".\"Value\"='a''b' || \"The \"\"Key\"\"\""),
            List.of(
                    "--index", "videos(rating)",
                    "--not-null", "videos.rating",
                    "--backfill", "videos.rating=stars",
                    "--backfill", "videos.rating=0",
                    "--column", "videos.rating:integer",
                    "--column", "videos.mood:mood",
                    "--enum", "mood(good, bad)",
                    "--table", "orders(video_id uuid not null references videos, mood mood)"));

    @TempDir
    private Path folder;

    private Project project(int version) throws IOException {
        Files.createDirectories(folder.resolve("one"));
        return new Project(folder, TestServers.freshDatabase(version))
                .file("changelog.yaml", """
                        databaseChangeLog:
                          - include:
                              file: one/changelog.yaml
                              relativeToChangelogFile: true
                        """)
                .file("one/changelog.yaml", "databaseChangeLog:\n" + Project.changeSet(1, true, BASE, "SELECT 1"));
    }

    private String text(String name) throws IOException {
        return Files.readString(folder.resolve("two").resolve(name));
    }

    /** All on the oldest version, and every third on the newest; {@code -Dschemactl.test.blocks=1} takes all there too. */
    private static Stream<Arguments> blocks() {
        int oldest = TestServers.versions().get(0);
        int each = Integer.getInteger("schemactl.test.blocks", 3);
        return TestServers.ends().stream()
                .flatMap(version -> IntStream.range(0, BLOCKS.size())
                        .filter(index -> version == oldest || index % each == 0)
                        .mapToObj(index -> Arguments.of(version, BLOCKS.get(index))));
    }

    @ParameterizedTest(name = "[{0}] {1}")
    @MethodSource("blocks")
    void runsThereAndBackAndThereAgain(int version, List<String> options) throws Exception {
        try (Project project = project(version)) {
            assertOk(project.run("upgrade"));
            project.database().execute(ROWS);
            List<String> rows = rows(project);

            var arguments = new ArrayList<>(List.of("new", "two"));
            arguments.addAll(options);
            assertOk(project.run(arguments.toArray(String[]::new)));
            String story = text("changelog.yaml") + text("expect.yaml") + text("tests.yaml");
            if (Boolean.getBoolean("schemactl.test.show")) {
                System.out.println(options + "\n" + story);
            }

            assertOk(project.run("upgrade"), story);
            assertOk(project.run("verify"), story);
            assertTrue(
                    text("tests.yaml").contains("- name: ")
                            || text("tests.yaml").contains("- { name: "),
                    story);
            assertOk(project.run("rollback", "--to", "one"), story);
            assertOk(project.run("verify"), story);
            if (options.stream().noneMatch(option -> option.equals("--backfill") || option.contains("customer_id)"))) {
                assertEquals(rows, rows(project), story);
            }
            assertOk(project.run("upgrade"), story);
            assertOk(project.run("verify"), story);
        }
    }

    /** Those that ask nothing of the rows that are there. */
    private static Stream<List<String>> provable() {
        return Stream.of(
                List.of("--enum-value", "status:archived"),
                List.of("--index", "\"Odd Table\"(\"Value\")", "--index", "events(state)"),
                List.of("--column", "events.owner_id:bigint references customers on delete cascade"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("provable")
    void provesAndLintsWhatItWrites(List<String> options) throws Exception {
        try (Project project =
                project(TestServers.versions().get(TestServers.versions().size() - 1))) {
            var arguments = new ArrayList<>(List.of("new", "two"));
            arguments.addAll(options);
            assertOk(project.run(arguments.toArray(String[]::new)));
            String story = text("changelog.yaml") + text("tests.yaml");

            var linted = project.run("lint", "--story", "two");
            var proven = project.run("prove", "--story", "two");

            assertOk(linted, story);
            assertFalse(linted.out().replace("blocking-rollback", "").contains("blocking-"), () -> linted + story);
            assertOk(proven, story);
        }
    }

    @Test
    void rollbackOfALabelLetsTheSameTextBeElsewhere() throws Exception {
        try (Project project = project(TestServers.versions().get(0))) {
            assertOk(project.run("upgrade"));
            assertOk(project.run("new", "two", "--enum-value", "status:archived"));
            assertOk(project.run("upgrade"));
            project.database().execute("INSERT INTO videos (title, couple) VALUES ('archived', '(live,archived)')");

            assertOk(project.run("rollback", "--to", "one"));

            assertEquals(List.of("(live,archived)"), project.query("SELECT couple FROM videos"));
        }
    }

    private static List<String> rows(Project project) throws SQLException {
        return project.query(
                "SELECT v::text FROM videos v UNION ALL SELECT o::text FROM \"Odd Table\" o UNION ALL SELECT c::text FROM counts c ORDER BY 1");
    }

    private static void assertOk(Project.Run run, String... context) {
        assertEquals(0, run.code(), () -> run + "\n" + String.join("\n", Arrays.asList(context)));
    }

    private static Stream<Integer> versions() {
        return TestServers.ends().stream();
    }

    @ParameterizedTest(name = "[{0}]")
    @MethodSource("versions")
    void rollbackOfALabelNamesTheRowsThatHoldIt(int version) throws Exception {
        try (Project project = project(version)) {
            assertOk(project.run("upgrade"));
            project.database().execute(ROWS);
            assertOk(project.run("new", "two", "--enum-value", "status:archived"));
            assertOk(project.run("upgrade"));
            for (String change : List.of(
                    "state = 'archived'",
                    "states = '{draft,archived}'",
                    "kept = 'archived'",
                    "couple = '(archived,x)'",
                    "during = '[live,archived]'")) {
                project.database().execute("UPDATE videos SET " + change + " WHERE stars = 4");

                var refused = project.run("rollback", "--to", "one");

                assertEquals(5, refused.code(), refused.toString());
                String column = change.substring(0, change.indexOf(' '));
                assertTrue(
                        refused.err()
                                .contains("2400 rows of public.videos.%s hold the label archived".formatted(column)),
                        refused.err());
                assertTrue(refused.err().contains("Give them another value, then roll back again."), refused.err());
                assertOk(project.run("verify"));
                project.database()
                        .execute("UPDATE videos SET %s = NULL WHERE stars = 4"
                                .formatted(column.equals("state") ? "stars = 4, state = 'draft', kept" : column));
            }
            assertOk(project.run("rollback", "--to", "one"));
            assertEquals(List.of("{draft,live}"), project.query("SELECT enum_range(NULL::status)"));
            assertEquals(List.of("12000"), project.query("SELECT count(*) FROM videos WHERE state = 'draft'"));
            assertOk(project.run("verify"));
        }
    }

    @Test
    void refusesWhatMakesNoSense() throws Exception {
        try (Project project = project(TestServers.versions().get(0))) {
            for (var said : List.of(
                    List.of("--column", "videos.rating:integer not null", "rows that are there have no value"),
                    List.of("--column", "videos.rating", "is not a column of a table"),
                    List.of("--column", "nowhere.rating:integer", "the changelog makes no table public.nowhere"),
                    List.of("--column", "videos.rating:nonsense", "type \"nonsense\" does not exist"),
                    List.of(
                            "--column",
                            "videos.token:uuid default gen_random_uuid()",
                            "would write all rows of public.videos anew"),
                    List.of("--index", "videos(nothing)", "table public.videos has no column nothing"),
                    List.of("--index", "videos", "is not an index"),
                    List.of("--index", "videos(stars); DROP TABLE videos", "is not an index"),
                    List.of("--column", "videos." + "x".repeat(64) + ":text", "is longer than 63 bytes"),
                    List.of("--table", "ü".repeat(32), "is longer than 63 bytes"),
                    List.of("--not-null", "videos.title", "refuses NULL already"),
                    List.of("--enum", "mood(a, a)", "a label stands twice"),
                    List.of("--enum-value", "status:live", "has the label live already"),
                    List.of("--enum-value", "status:a after b", "has no label b"),
                    List.of("--enum-value", "nothing:a", "makes no enum type public.nothing"),
                    List.of("--table", "t(a text primary key)", "the primary key is `id`"),
                    List.of("--table", "customers", "already exists"),
                    List.of("--backfill", "videos.stars", "is not a column and its value"),
                    List.of("--foreign-key", "videos(customer_id)", "does not say what it refers to"))) {
                var run = project.run("new", "two", said.get(0), said.get(1));

                assertTrue(run.code() == 2 || run.code() == 5 || run.code() == 6, run.toString());
                assertTrue(run.err().contains(said.get(2)), run.toString());
                assertTrue(run.err().contains("nothing was written"), run.toString());
                assertTrue(Files.notExists(folder.resolve("two")), run.toString());
            }
            assertEquals(
                    2, project.run("new", "two", "--from-diff", "--table", "t").code());
        }
    }
}

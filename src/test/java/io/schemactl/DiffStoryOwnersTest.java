package io.schemactl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.schemactl.Project.Run;
import io.schemactl.shadow.TestDatabase;
import io.schemactl.shadow.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Stories of objects that go from or to the database's main owner, which stories never name. */
final class DiffStoryOwnersTest {

    private static final String MADE = """
            CREATE SCHEMA s;
            CREATE TABLE s.t (a int, b text);
            CREATE TABLE s.numbered (a serial);
            CREATE TABLE s.parted (a int) PARTITION BY LIST (a);
            CREATE VIEW s.v AS SELECT a FROM s.t;
            CREATE MATERIALIZED VIEW s.m AS SELECT a FROM s.t;
            CREATE SEQUENCE s.q;
            CREATE FUNCTION s.f(a int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT a > 0';
            CREATE PROCEDURE s.p() LANGUAGE sql AS 'SELECT 1';
            CREATE AGGREGATE s.total(int) (SFUNC = pg_catalog.int4pl, STYPE = int);
            CREATE TYPE s.e AS ENUM ('x');
            CREATE TYPE s.c AS (a int);
            CREATE TYPE s.r AS RANGE (SUBTYPE = float8);
            CREATE DOMAIN s.d AS int;
            CREATE COLLATION s.collated (LOCALE = 'C');
            CREATE CONVERSION s.converted FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
            CREATE OPERATOR s.! (FUNCTION = s.f, RIGHTARG = int);
            CREATE OPERATOR FAMILY s.family USING btree;
            CREATE OPERATOR CLASS s.class FOR TYPE int USING hash AS OPERATOR 1 =;
            CREATE STATISTICS s.correlated ON a, b FROM s.t;
            CREATE TEXT SEARCH DICTIONARY s.dictionary (TEMPLATE = simple);
            CREATE TEXT SEARCH CONFIGURATION s.configuration (COPY = simple);
            CREATE FOREIGN DATA WRAPPER wrapper;
            CREATE SERVER server FOREIGN DATA WRAPPER wrapper;
            CREATE FOREIGN TABLE s.far (a int) SERVER server;
            CREATE PUBLICATION published FOR TABLE s.t;
            CREATE FUNCTION s.heard() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
            CREATE EVENT TRIGGER listener ON ddl_command_end EXECUTE FUNCTION s.heard();
            """;

    private static final String GIVEN = """
            ALTER SCHEMA s OWNER TO story_owner;
            ALTER TABLE s.t OWNER TO story_owner;
            ALTER TABLE s.numbered OWNER TO story_owner;
            ALTER TABLE s.parted OWNER TO story_owner;
            ALTER VIEW s.v OWNER TO story_owner;
            ALTER MATERIALIZED VIEW s.m OWNER TO story_owner;
            ALTER SEQUENCE s.q OWNER TO story_owner;
            ALTER FUNCTION s.f OWNER TO story_owner;
            ALTER PROCEDURE s.p OWNER TO story_owner;
            ALTER AGGREGATE s.total(int) OWNER TO story_owner;
            ALTER TYPE s.e OWNER TO story_owner;
            ALTER TYPE s.c OWNER TO story_owner;
            ALTER TYPE s.r OWNER TO story_owner;
            ALTER DOMAIN s.d OWNER TO story_owner;
            ALTER COLLATION s.collated OWNER TO story_owner;
            ALTER CONVERSION s.converted OWNER TO story_owner;
            ALTER OPERATOR s.! (NONE, int) OWNER TO story_owner;
            ALTER OPERATOR FAMILY s.family USING btree OWNER TO story_owner;
            ALTER OPERATOR CLASS s.class USING hash OWNER TO story_owner;
            ALTER STATISTICS s.correlated OWNER TO story_owner;
            ALTER TEXT SEARCH DICTIONARY s.dictionary OWNER TO story_owner;
            ALTER TEXT SEARCH CONFIGURATION s.configuration OWNER TO story_owner;
            ALTER FOREIGN DATA WRAPPER wrapper OWNER TO story_superuser;
            ALTER SERVER server OWNER TO story_owner;
            ALTER FOREIGN TABLE s.far OWNER TO story_owner;
            ALTER PUBLICATION published OWNER TO story_owner;
            ALTER EVENT TRIGGER listener OWNER TO story_superuser;
            """;

    private static final String ROLES = """
            DO $$ BEGIN CREATE ROLE story_owner; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
            DO $$ BEGIN CREATE ROLE story_superuser SUPERUSER;
                  EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
            DO $$ BEGIN EXECUTE format('GRANT CREATE ON DATABASE %I TO story_owner', current_database()); END $$;
            """;

    @TempDir
    Path folder;

    /** Two schemas, and what a story from the first to the second must say. */
    private record Pair(String from, String to, String says) {}

    static Stream<Pair> pairs() {
        return Stream.of(
                        new Pair("", GIVEN, "story_owner"),
                        new Pair(
                                "GRANT SELECT ON s.t TO PUBLIC; GRANT USAGE ON SCHEMA s TO PUBLIC;",
                                GIVEN + "GRANT UPDATE ON s.t TO PUBLIC; REVOKE EXECUTE ON FUNCTION s.f FROM PUBLIC;",
                                "story_owner"),
                        new Pair(
                                "ALTER TABLE s.t OWNER TO story_owner; GRANT SELECT ON s.t TO postgres;",
                                "GRANT SELECT ON s.t TO PUBLIC;",
                                "ALTER TABLE s.t OWNER TO CURRENT_USER"),
                        new Pair(
                                "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC;",
                                "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC; CREATE TABLE s.n (a int);"
                                        + "ALTER TABLE s.t OWNER TO story_owner; CREATE TABLE s.other (a int);"
                                        + " ALTER TABLE s.other OWNER TO story_owner; REVOKE SELECT ON s.other FROM PUBLIC;",
                                "story_owner"))
                .map(pair -> new Pair(ROLES + MADE + pair.from, ROLES + MADE + pair.to, pair.says));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void leadThereAndBack(Pair pair) throws SQLException, IOException {
        takeThereAndBack(pair.from, pair.to, pair.says);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void leadBackAndThere(Pair pair) throws SQLException, IOException {
        takeThereAndBack(pair.to, pair.from, pair.says);
    }

    private void takeThereAndBack(String from, String to, String says) throws SQLException, IOException {
        Files.createDirectories(folder.resolve("one"));
        String include = "  - include: { file: one/changelog.yaml, relativeToChangelogFile: true }\n";
        try (Project project = Project.in(folder).changelog(include).file("two.sql", to)) {
            project.file("one/changelog.yaml", "databaseChangeLog:\n" + Project.changeSet(1, true, from));
            project.database().execute(ROLES);
            assertEquals(0, project.run("upgrade").code());
            Run drafted = project.run("new", "two", "--from-diff", "two.sql");
            assertEquals(0, drafted.code(), drafted.toString());
            String story = Files.readString(folder.resolve("two/changelog.yaml"));
            assertTrue(story.contains(says), story);
            for (int round = 0; round < 2; round++) {
                leads(project, story, new String[] {"upgrade"}, "two.sql");
                leads(project, story, new String[] {"rollback", "--to", "one"}, "changelog@one");
            }
        }
    }

    private static void leads(Project project, String story, String[] command, String whereto) {
        Run run = project.run(command);
        assertEquals(0, run.code(), run + story);
        Run left = project.run("diff", project.database().url(), whereto);
        assertEquals(0, left.code(), left + story);
    }

    /** The server on which the story is tried has a main owner of another name. */
    @Test
    void areTriedWhereTheMainOwnerIsAnotherOne() throws SQLException {
        try (Project project = Project.in(folder)) {
            TestDatabase database = project.database();
            database.execute(ROLES
                    + "ALTER DATABASE \"%s\" OWNER TO story_owner; SET ROLE story_owner;".formatted(database.name())
                    + " CREATE TABLE public.t (a int); RESET ROLE");
            project.file(
                    "two.sql",
                    "CREATE TABLE t (a int); CREATE TABLE n (a int); REVOKE UPDATE ON t FROM CURRENT_USER;"
                            + " CREATE TABLE given (a int); ALTER TABLE given OWNER TO story_superuser");
            for (String[] sides : new String[][] {{database.url(), "two.sql"}, {"two.sql", database.url()}}) {
                Run run = project.withSettings(
                        "diff",
                        sides[0],
                        sides[1],
                        "--shadow",
                        TestServers.shadow(database.majorVersion()),
                        "--format",
                        "liquibase");
                assertEquals(1, run.code(), run.toString());
                assertTrue(run.out().contains("CREATE TABLE") || run.out().contains("createTable"), run.toString());
            }
        }
    }
}

package io.schemactl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.schemactl.Project.Run;
import io.schemactl.cli.CommandRun;
import io.schemactl.shadow.EmbeddedServer;
import io.schemactl.shadow.TestDatabase;
import io.schemactl.shadow.TestServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scripts that turn one side of a comparison into the other, run as psql would run them. */
final class DiffSqlTest {

    private static final Path GOLDEN = Path.of("src/test/resources/io/schemactl/diff/migration.sql");

    private static final String OLD = """
            CREATE TYPE mood AS ENUM ('good', 'bad');
            CREATE TABLE customers (id int PRIMARY KEY, name text, mood mood DEFAULT 'good', gone text);
            CREATE TABLE orders (id int PRIMARY KEY, customer int REFERENCES customers, price int, note text);
            CREATE INDEX orders_note ON orders (note);
            CREATE TABLE items (id int PRIMARY KEY, title text);
            CREATE VIEW dear AS SELECT id, customer FROM orders WHERE price > 100;
            """;

    private static final String NEW = """
            CREATE TYPE mood AS ENUM ('good', 'fair', 'bad');
            CREATE TABLE customers (id int PRIMARY KEY, name varchar(80) NOT NULL, mood mood DEFAULT 'fair');
            CREATE TABLE purchases (id int CONSTRAINT orders_pkey PRIMARY KEY, customer int
                CONSTRAINT orders_customer_fkey REFERENCES customers, price int, note text);
            CREATE INDEX orders_note ON purchases (note);
            CREATE TABLE items (id int PRIMARY KEY, name text);
            CREATE INDEX items_name ON items (name);
            CREATE VIEW dear AS SELECT id, customer, note FROM purchases WHERE price > 100;
            CREATE FUNCTION twice(a int) RETURNS int LANGUAGE sql AS 'SELECT a * 2';
            COMMENT ON FUNCTION twice IS 'a:b ''c''';
            """;

    @TempDir
    Path folder;

    private static String server(int version) {
        EmbeddedServer server = TestServers.server(version);
        return "postgresql://%s:%s@%s:%d/postgres"
                .formatted(server.user(), server.password(), server.host(), server.port());
    }

    private static String oldest() {
        return server(TestServers.versions().get(0));
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void turnsADatabaseIntoWhatItsChangelogSays() throws SQLException {
        try (Project project = Project.in(folder).sql(NEW)) {
            project.database().execute(OLD);
            project.database()
                    .execute("INSERT INTO customers VALUES (1, 'Ann', 'bad'); INSERT INTO orders VALUES (1, 1, 7, 'x');"
                            + "INSERT INTO items VALUES (1, 'cup')");
            project.database().execute("CREATE TABLE databasechangelog_note (a int)");
            Run script = project.run("diff", "--shadow", oldest(), "--format", "sql", "--output", "out.sql");
            assertEquals(1, script.code(), script.toString());
            assertEquals("", script.out());
            PsqlScript.run(project.database(), read("out.sql"));
            Run again = project.run("diff", "--shadow", oldest());
            assertEquals(0, again.code(), again.toString() + read("out.sql"));
            assertEquals(List.of("x"), project.query("SELECT note FROM purchases"));
            assertEquals(List.of("cup"), project.query("SELECT name FROM items"));
            Run nothing = project.run("diff", "--shadow", oldest(), "--format", "sql");
            assertEquals(0, nothing.code(), nothing.toString());
            assertTrue(nothing.out().contains("-- There is nothing to do."), nothing.toString());
        }
    }

    private String read(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void writesAnEqualScriptEachTime() throws SQLException, IOException {
        try (Project project = Project.in(folder)) {
            write("old/a.sql", OLD);
            write("new/a.sql", NEW);
            String[] line = {"diff", "old", "new", "--shadow", oldest(), "--format", "sql"};
            Run script = project.withSettings(line);
            assertEquals(1, script.code(), script.toString());
            assertEquals(script.out(), project.withSettings(line).out());
            String normal = script.out().replaceAll("PostgreSQL \\d+\\.\\d+", "PostgreSQL [version]");
            if (Boolean.getBoolean("schemactl.test.update")) {
                Files.writeString(GOLDEN, normal);
            }
            assertEquals(Files.readString(GOLDEN), normal);

            project.database().execute(OLD);
            PsqlScript.run(project.database(), script.out());
            Run again = project.withSettings("diff", project.database().url(), "new", "--shadow", oldest());
            assertEquals(0, again.code(), again.toString());
        }
    }

    @Test
    void blocksInSingleTransactions() throws SQLException, IOException {
        try (Project project = Project.in(folder)) {
            write("old.sql", "CREATE TABLE t (a int, b text)");
            write("new.sql", "CREATE TABLE t (a int NOT NULL, b text); CREATE INDEX i ON t (b)");
            String[] line = {"diff", "old.sql", "new.sql", "--shadow", oldest(), "--format", "sql"};
            Run usual = project.withSettings(line);
            assertTrue(usual.out().contains("CREATE INDEX CONCURRENTLY"), usual.toString());
            List<String> single = new ArrayList<>(List.of(line));
            single.add("--single-transaction");
            Run script = project.withSettings(single.toArray(String[]::new));
            assertEquals(1, script.code(), script.toString());
            assertFalse(script.out().contains("CONCURRENTLY"), script.toString());
            assertEquals(1, script.out().lines().filter("BEGIN;"::equals).count(), script.toString());
        }
    }

    @Test
    void refusesWhatAPersonMustDecide() throws SQLException, IOException {
        try (Project project = Project.in(folder)) {
            write("old.sql", "CREATE TABLE t (a text, b numeric(10,4))");
            write("new.sql", "CREATE TABLE t (a varchar(3), b numeric(10,2)) PARTITION BY LIST (a)");
            Run form = project.withSettings("diff", "old.sql", "new.sql", "--shadow", oldest(), "--format", "sql");
            assertEquals(6, form.code(), form.toString());
            assertEquals("", form.out());
            assertTrue(form.err().contains("error[unmigratable]: table public.t"), form.toString());
            write("new.sql", "CREATE TABLE t (a text, b numeric(10,2))");
            String[] line = {"diff", "old.sql", "new.sql", "--shadow", oldest(), "--format", "sql"};
            Run lossy = project.withSettings(line);
            assertEquals(6, lossy.code(), lossy.toString());
            List<String> allowed = new ArrayList<>(List.of(line));
            allowed.add("--allow-data-loss");
            Run script = project.withSettings(allowed.toArray(String[]::new));
            assertEquals(1, script.code(), script.toString());
            assertTrue(script.out().contains("-- data loss: public.t.b"), script.toString());
        }
    }

    @Test
    void leavesAloneWhatDoesNotCount() throws SQLException, IOException {
        try (Project project = Project.in(folder)) {
            project.database().execute("""
                    CREATE SCHEMA app; CREATE SCHEMA other; CREATE TABLE app.t (a int); COMMENT ON TABLE app.t IS 'keep';
                    CREATE VIEW other.v AS SELECT a FROM app.t;
                    """);
            write("new.sql", "CREATE SCHEMA app; CREATE TABLE app.t (a bigint)");
            String[] line = {"diff", project.database().url(), "new.sql", "--shadow", oldest()};
            List<String> narrowed = new ArrayList<>(List.of(line));
            narrowed.addAll(List.of("--schema", "app", "--ignore", "comments"));
            Run plain = project.withSettings(narrowed.toArray(String[]::new));
            assertEquals(1, plain.code(), plain.toString());
            narrowed.addAll(List.of("--format", "sql"));
            Run script = project.withSettings(narrowed.toArray(String[]::new));
            assertEquals(1, script.code(), script.toString());
            PsqlScript.run(project.database(), script.out());
            assertEquals(List.of("keep"), project.query("SELECT obj_description('app.t'::regclass)"));
            assertEquals(
                    List.of("bigint"),
                    project.query("SELECT pg_typeof(a) FROM (SELECT 1) x LEFT JOIN other.v ON true"));
        }
    }

    @Test
    void buildsSnapshots() throws SQLException, IOException {
        try (Project project = Project.in(folder).sql(NEW)) {
            assertEquals(0, project.run("upgrade").code());
            Run snapshot = project.run("snapshot", "--from-database");
            assertEquals(0, snapshot.code(), snapshot.toString());
            try (TestDatabase other = TestServers.freshDatabase()) {
                other.execute(OLD);
                Run script = project.withSettings(
                        "diff", other.url(), "schema.yaml", "--shadow", oldest(), "--format", "sql");
                assertEquals(1, script.code(), script.toString());
                PsqlScript.run(other, script.out());
                Run again = project.withSettings("diff", "schema.yaml", other.url());
                assertEquals(0, again.code(), again.toString());
            }
            try (TestDatabase other = TestServers.freshDatabase()) {
                other.execute(OLD);
                Run script = project.withSettings(
                        "diff", "schema.yaml", other.url(), "--shadow", oldest(), "--format", "sql");
                assertEquals(1, script.code(), script.toString());
                PsqlScript.run(project.database(), script.out());
                Run again = project.withSettings("diff", project.database().url(), other.url());
                assertEquals(0, again.code(), again.toString());
            }
        }
    }

    /** A damage, and the application whose database it is done to. */
    private record Damage(String target, String sql) {
        @Override
        public String toString() {
            return target + ": " + sql;
        }
    }

    static Stream<Damage> damages() {
        return Stream.concat(
                Stream.of(
                                "DROP INDEX ix_interviews_status; ALTER TABLE interviews DROP CONSTRAINT fk_interviews_resume_id",
                                "ALTER TABLE interviews ALTER status SET DEFAULT 'completed', ALTER created_at DROP NOT NULL",
                                "DROP TRIGGER update_candidates_updated_at ON candidates; ALTER TABLE candidates ADD extra text",
                                "ALTER TYPE video_recording_status RENAME VALUE 'failed' TO 'broken'",
                                "ALTER TABLE candidates DISABLE TRIGGER update_candidates_updated_at",
                                "DROP FUNCTION update_candidates_updated_at CASCADE; DROP TABLE video_recordings",
                                "ALTER TABLE resumes RENAME TO cvs; ALTER TABLE interviews RENAME tech_check_metadata TO checks",
                                "CREATE VIEW v AS SELECT * FROM interviews; GRANT SELECT ON interviews TO PUBLIC",
                                "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'ix_interviews_status'::regclass",
                                "UPDATE pg_index SET indisvalid = false, indisready = false WHERE indexrelid = 'interviews_pkey'::regclass",
                                "DROP EXTENSION \"uuid-ossp\" CASCADE")
                        .map(sql -> new Damage("portal", sql)),
                Stream.of(new Damage("mall", "DROP FUNCTION mirror_video_columns CASCADE")));
    }

    @ParameterizedTest
    @MethodSource("damages")
    void repairsDamages(Damage damage) throws SQLException {
        try (TestDatabase database = TestServers.freshDatabase()) {
            assertEquals(0, run(database, damage.target(), "upgrade").code());
            database.execute(damage.sql());
            CommandRun script = run(database, damage.target(), "diff", "--shadow", oldest(), "--format", "sql");
            assertEquals(1, script.code(), script.toString());
            PsqlScript.run(database, script.out());
            CommandRun again = run(database, damage.target(), "diff", "--shadow", oldest());
            assertEquals(0, again.code(), again + script.out());
        }
    }

    private static CommandRun run(TestDatabase database, String target, String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--config", "changelog/schemactl.yaml", "-t", target, "--url", database.url()));
        return CommandRun.of(arguments);
    }

    @Test
    void seesOnlyRealDifferencesBetweenVersions() throws SQLException, IOException {
        try (Project project = Project.in(folder);
                TestDatabase newer = TestServers.freshDatabase(18)) {
            String schema = NEW + "CREATE MATERIALIZED VIEW m AS SELECT c.name, p.* FROM purchases p JOIN customers c"
                    + " ON c.id = p.customer; ";
            project.database().execute(schema);
            newer.execute(schema);
            String[] line = {"diff", project.database().url(), newer.url(), "--shadow", server(18), "--ignore", "grants"
            };
            Run equal = project.withSettings(line);
            assertEquals(0, equal.code(), equal.toString());
            newer.execute("ALTER TABLE customers ALTER name DROP NOT NULL");
            Run run = project.withSettings(line);
            assertEquals(1, run.code(), run.toString());
            assertTrue(run.out().contains("NOT NULL"), run.toString());
        }
    }
}

package io.schemactl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.schemactl.shadow.TestServers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What doctor finds on real servers, and on none. */
final class DoctorTest {

    @TempDir
    Path folder;

    static Stream<Integer> versions() {
        return TestServers.ends().stream();
    }

    private Project project() {
        return Project.in(folder).sql("CREATE TABLE visit (id int)");
    }

    /** What a check says, each as {@code level: message}. */
    private static List<String> said(Project.Run run, String check) throws IOException {
        JsonNode answer = new ObjectMapper().readTree(run.out());
        List<String> found = new ArrayList<>();
        answer.at("/targets/0/checks").forEach(each -> {
            if (each.get("check").asText().equals(check)) {
                found.add(
                        each.get("level").asText() + ": " + each.get("message").asText());
            }
        });
        return found;
    }

    private static void assertSaid(String pattern, Project.Run run, String check) throws IOException {
        List<String> found = said(run, check);
        assertTrue(found.stream().anyMatch(each -> each.matches(pattern)), check + ": " + found + "\n" + run.err());
    }

    @ParameterizedTest
    @MethodSource("versions")
    void findsNothingThatKeepsAnUpgradeFromWorking(int major) throws Exception {
        try (Project project =
                new Project(folder, TestServers.freshDatabase(major)).sql("CREATE TABLE visit (id int)")) {
            var run = project.run("doctor", "--format", "json");

            assertEquals(0, run.code(), run.toString());
            assertSaid("ok: connected and logged in within \\d+ ms", run, "connection");
            assertSaid("ok: a question and its answer take \\d+\\.\\d ms", run, "round-trip");
            assertSaid("ok: the connection is not encrypted, and stays on this machine", run, "tls");
            assertSaid("ok: nothing stands between here and the server", run, "pooler");
            assertSaid("ok: the server's clock agrees with this machine's", run, "clock");
            assertSaid("ok: UTF-8", run, "encoding");
            assertSaid("ok: the database has .* MB", run, "size");
            assertSaid("ok: lock_timeout is 0 \\(default\\); schemactl sets its own", run, "setting");
            assertSaid("ok: role postgres, a superuser.*", run, "role");
            assertSaid("ok: the role may make tables in schema public", run, "schema");
            assertSaid("ok: 1 change sets in 1 stories, without mistakes", run, "changelog");
            assertSaid("ok: 0 applied, 1 pending", run, "history");
            assertSaid("ok: no other schemactl works on this database", run, "lock");
            assertSaid("ok: all indexes are valid", run, "invalid-indexes");
        }
    }

    @Test
    void namesWhatIsInTheWay() throws Exception {
        try (Project project = project();
                var other = project.database().connect();
                var statement = other.createStatement()) {
            assertEquals(0, project.run("upgrade").code());
            project.database().execute("""
                    INSERT INTO visit VALUES (1), (1);
                    ALTER DATABASE "%s" SET idle_in_transaction_session_timeout = '5s'
                    """.formatted(project.database().name()));
            assertFailsToBuild(project);
            statement.execute("SELECT pg_advisory_lock(%d, 7)".formatted(0x53434D43));
            project.sql("CREATE TABLE visit (id bigint)");

            var run = project.run("doctor", "--format", "json");

            assertEquals(1, run.code(), run.toString());
            assertSaid("warning: another schemactl works on this database: pid \\d+, user postgres.*", run, "lock");
            assertSaid("warning: index public.visit_once on visit is not valid.*", run, "invalid-indexes");
            assertSaid("warning: idle_in_transaction_session_timeout is 5s \\(database\\).*", run, "setting");
            assertSaid("error: change set 1 was changed after it was applied", run, "history");
        }
    }

    private static void assertFailsToBuild(Project project) {
        try {
            project.database().execute("CREATE UNIQUE INDEX CONCURRENTLY visit_once ON visit (id)");
        } catch (SQLException e) {
            assertEquals("23505", e.getSQLState());
            return;
        }
        throw new AssertionError("the index was built over rows that are equal");
    }

    @Test
    void saysWhatARoleMayNotDo() throws Exception {
        try (Project project = project()) {
            String role = project.database().name() + "_poor";
            project.database()
                    .execute("REVOKE CREATE ON SCHEMA public FROM public; CREATE ROLE \"%s\" LOGIN PASSWORD 'secret'"
                            .formatted(role));
            try {
                String url = project.database().url().replaceFirst("//[^@]*@", "//" + role + ":secret@");

                var run = project.runAs(url, "doctor");

                assertEquals(1, run.code(), run.toString());
                assertTrue(run.out().contains("the role may not make tables in schema public"), run.out());
                assertTrue(run.out().contains("fix: GRANT CREATE, USAGE ON SCHEMA public TO the role"), run.out());
                assertFalse(run.toString().contains("secret"), run.toString());
            } finally {
                project.database().execute("DROP OWNED BY \"%s\"; DROP ROLE \"%s\"".formatted(role, role));
            }
        }
    }

    @Test
    void keepsExaminingBehindAWrongChangelog() throws Exception {
        try (Project project = project().changelog("  - changeset: {id: 1, author: test}\n")) {
            var run = project.run("doctor", "--format", "json");

            assertEquals(1, run.code(), run.toString());
            assertSaid("error: .*changeset.*changelog.yaml:2\\)", run, "changelog");
            assertSaid("ok: no transaction has been open for a minute", run, "transactions");
        }
    }

    @Test
    void saysHowFarItGotWhereNobodyListens() throws Exception {
        try (Project project = project()) {
            int port;
            try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = free.getLocalPort();
            }
            var run = project.runAs(
                    "postgresql://app:secret@127.0.0.1:%d/shop".formatted(port), "doctor", "--format", "json");

            assertEquals(4, run.code(), run.toString());
            assertSaid("ok: 127.0.0.1 is 127.0.0.1", run, "host");
            assertSaid("error: 127.0.0.1:\\d+ does not answer: Connection refused", run, "port");
            assertSaid("error: nobody listens on 127.0.0.1:\\d+", run, "login");
            assertFalse(run.toString().contains("secret"), run.toString());
        }
    }

    @Test
    void saysWhatElseListens() throws Exception {
        CompletableFuture<Void> web;
        try (Project project = project();
                var other = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            web = CompletableFuture.runAsync(() -> answerAsAWebServer(other));
            String url = "postgresql://app@127.0.0.1:%d/shop?connect_timeout=2".formatted(other.getLocalPort());

            var run = project.runAs(url, "doctor", "--format", "json");

            assertEquals(4, run.code(), run.toString());
            assertSaid("error: 127.0.0.1:\\d+ does not answer as PostgreSQL does", run, "tls");
        }
        web.get();
    }

    private static void answerAsAWebServer(ServerSocket listening) {
        try {
            while (true) {
                try (var client = listening.accept()) {
                    client.getInputStream().readNBytes(8);
                    client.getOutputStream()
                            .write("HTTP/1.1 400 Bad Request\r\n\r\n"
                                    .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                }
            }
        } catch (IOException closed) {
            assertTrue(listening.isClosed(), "" + closed);
        }
    }

    @Test
    void saysThatTheDatabaseIsMissing() throws Exception {
        try (Project project = project()) {
            String url = project.database().url().replaceFirst("/[^/]*$", "/nowhere");

            var run = project.runAs(url, "doctor", "--format", "json");

            assertEquals(4, run.code(), run.toString());
            assertSaid("ok: .* answers in \\d+ ms", run, "port");
            assertSaid("error: database `nowhere` does not exist.*", run, "login");
        }
    }

    @Test
    void printsSettingsWithTheirPlaces() throws Exception {
        try (Project project = project()) {
            var run = project.run("doctor", "--settings", "--lock-timeout", "7s");

            assertEquals(0, run.code(), run.toString());
            assertTrue(run.out().matches("(?s).*settings.lock-timeout +7s +option --lock-timeout\n.*"), run.out());
            assertTrue(
                    run.out().matches("(?s).*settings.shadow +\\S+ +environment variable SCHEMACTL_SHADOW\n.*"),
                    run.out());
            assertFalse(run.out().contains(project.database().server().password()), run.out());
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void exportsWhatAPlanElsewhereNeeds(int major) throws Exception {
        try (Project project =
                new Project(folder, TestServers.freshDatabase(major)).sql("CREATE TABLE visit (id int)")) {
            assertEquals(0, project.run("upgrade").code());
            project.database().execute("INSERT INTO visit SELECT generate_series(1, 5000); ANALYZE visit");

            var run = project.run("doctor", "--export-stats", "stats.json");

            assertEquals(0, run.code(), run.toString());
            String text = Files.readString(folder.resolve("stats.json"));
            var schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                    .getSchema(SchemaLocation.of(
                            Path.of("docs/schema/stats.schema.json").toUri().toString()));
            assertEquals(Set.of(), schema.validate(text, InputFormat.JSON));
            project.sql("CREATE TABLE visit (id int)", "ALTER TABLE visit ALTER COLUMN id TYPE bigint");
            var plan = project.runAs("postgresql://nobody@localhost:1/none", "plan", "--stats", "stats.json");
            assertEquals(0, plan.code(), plan.toString());
            assertTrue(plan.out().contains("5,000 rows) and rewrites it"), plan.out());
            assertTrue(plan.out().contains("1 change set would run"), plan.out());
        }
    }

    @Test
    void writesNoStatisticsOfADatabaseThatIsNotReached() throws Exception {
        try (Project project = project()) {
            var run = project.runAs("postgresql://app@localhost:1/shop", "doctor", "--export-stats", "stats.json");

            assertEquals(4, run.code(), run.toString());
            assertFalse(Files.exists(folder.resolve("stats.json")));
        }
    }

    @Test
    void refusesStatisticsOfSeveralDatabasesBeforeItAsksAny() throws SQLException {
        try (Project project = Project.in(folder).file("schemactl.yaml", """
                targets:
                  one: { changelog: changelog.yaml, url: "postgresql://app@localhost:1/one" }
                  two: { changelog: changelog.yaml, url: "postgresql://app@localhost:1/two" }
                """)) {
            var run = project.withSettings("doctor", "-t", "all", "--export-stats", "stats.json");

            assertEquals(2, run.code(), run.toString());
            assertTrue(run.err().contains("--export-stats is about one database, but there are 2 targets"), run.err());
            assertEquals(
                    2,
                    project.withSettings("plan", "-t", "all", "--stats", "stats.json")
                            .code());
        }
    }
}

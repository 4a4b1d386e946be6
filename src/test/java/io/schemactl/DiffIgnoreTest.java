package io.schemactl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.schemactl.shadow.EmbeddedServer;
import io.schemactl.shadow.TestDatabase;
import io.schemactl.shadow.TestServers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What does not count is in no script, whatever its format: neither of what is there on both sides nor of what is new. */
final class DiffIgnoreTest {

    private static final Map<String, Pattern> STATEMENTS = Map.of(
            "comments", Pattern.compile("COMMENT ON"),
            "labels", Pattern.compile("SECURITY LABEL"),
            "grants", Pattern.compile("GRANT|REVOKE|DEFAULT PRIVILEGES"),
            "owner", Pattern.compile("OWNER TO"));

    private static final String PLAIN = """
            CREATE TABLE %1$s (a int, b int CONSTRAINT positive CHECK (b > 0));
            CREATE INDEX t_b ON %1$s (b);
            CREATE VIEW v AS SELECT a FROM %1$s;
            CREATE DOMAIN d AS int CONSTRAINT least CHECK (VALUE > 0);
            CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
            CREATE CONSTRAINT TRIGGER g AFTER INSERT ON %1$s FOR EACH ROW EXECUTE FUNCTION f();
            """;

    private static final String ADORNED = """
            COMMENT ON TABLE %1$s IS 'x'; COMMENT ON COLUMN %1$s.a IS 'x'; COMMENT ON CONSTRAINT positive ON %1$s IS 'x';
            COMMENT ON INDEX t_b IS 'x'; COMMENT ON COLUMN v.a IS 'x'; COMMENT ON CONSTRAINT least ON DOMAIN d IS 'x';
            COMMENT ON FUNCTION f IS 'x'; COMMENT ON TRIGGER g ON %1$s IS 'x'; COMMENT ON CONSTRAINT g ON %1$s IS 'x';
            COMMENT ON SCHEMA public IS 'x';
            GRANT SELECT ON %1$s, v TO PUBLIC; GRANT UPDATE (a) ON %1$s TO PUBLIC; REVOKE EXECUTE ON FUNCTION f FROM PUBLIC;
            INSERT INTO pg_seclabel
                SELECT '%1$s'::regclass::oid, 'pg_class'::regclass, number, 'none', 'secret' FROM generate_series(0, 1) number
                UNION ALL SELECT 'v'::regclass::oid, 'pg_class'::regclass, 0, 'none', 'secret'
                UNION ALL SELECT 'f'::regproc::oid, 'pg_proc'::regclass, 0, 'none', 'secret';
            """;

    private static final String OWNED = """
            DO $$ BEGIN CREATE ROLE ignored_owner; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
            ALTER TABLE %1$s OWNER TO ignored_owner; ALTER VIEW v OWNER TO ignored_owner;
            """;

    /** What gives new objects grants. */
    private static final String IN_FORCE = """
            ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC;
            ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT UPDATE ON TABLES TO PUBLIC;
            ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
            ALTER DEFAULT PRIVILEGES REVOKE USAGE ON TYPES FROM PUBLIC;
            """;

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> saysNothingOfWhatDoesNotCount() {
        return STATEMENTS.keySet().stream()
                .sorted()
                .flatMap(word -> Stream.of("sql", "liquibase")
                        .map(format -> DynamicTest.dynamicTest(word + " in " + format, () -> check(word, format))));
    }

    private void check(String word, String format) throws SQLException {
        try (Project project = Project.in(folder.resolve(word + format));
                TestDatabase plain = TestServers.freshDatabase();
                TestDatabase adorned = TestServers.freshDatabase();
                TestDatabase renamed = TestServers.freshDatabase();
                TestDatabase empty = TestServers.freshDatabase()) {
            plain.execute(PLAIN.formatted("t"));
            adorned.execute("SET allow_system_table_mods TO on;"
                    + (PLAIN + ADORNED + (word.equals("owner") ? OWNED : "")).formatted("t")
                    + "ALTER TABLE t ADD c int; CREATE INDEX ON t (c);");
            renamed.execute(PLAIN.formatted("s"));
            empty.execute("CREATE TABLE other (a int)");
            for (TestDatabase each : Stream.of(plain, renamed, empty).toList()) {
                each.execute(word.equals("grants") ? IN_FORCE : "SELECT 1");
            }
            for (TestDatabase other : Stream.of(plain, renamed, empty).toList()) {
                says(project, word, format, other, adorned);
                says(project, word, format, adorned, other);
            }
        }
    }

    private static void says(Project project, String word, String format, TestDatabase from, TestDatabase to) {
        String ignored = word.equals("labels") ? "labels" : word + ",labels";
        Project.Run run = project.withSettings(
                "diff",
                from.url(),
                to.url(),
                "--shadow",
                server(),
                "--format",
                format,
                "--ignore",
                ignored,
                "--allow-data-loss");
        assertEquals(1, run.code(), run.toString());
        assertFalse(
                Objects.requireNonNull(STATEMENTS.get(word)).matcher(run.out()).find(), run.toString());
        assertTrue(run.out().contains("TABLE"), run.toString());
    }

    private static String server() {
        EmbeddedServer server = TestServers.server(TestServers.versions().get(0));
        return "postgresql://%s:%s@%s:%d/postgres"
                .formatted(server.user(), server.password(), server.host(), server.port());
    }
}

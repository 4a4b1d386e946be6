package io.schemactl.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.schemactl.finding.Finding;
import io.schemactl.problem.Position;
import io.schemactl.shadow.TestDatabase;
import io.schemactl.shadow.TestServers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class IntegrityCheckTest {

    @Test
    void findsWhatDoesNotWork() throws SQLException {
        try (TestDatabase database = TestServers.freshDatabase();
                Connection connection = database.connect()) {
            Shop.execute(connection, Shop.sql());
            Shop.execute(connection, "INSERT INTO malls (name) VALUES ('same'), ('same')");
            assertThrows(
                    SQLException.class,
                    () -> Shop.execute(connection, "CREATE UNIQUE INDEX CONCURRENTLY ix_malls_name ON malls (name)"));
            Shop.execute(connection, """
                    ALTER TABLE malls ADD CONSTRAINT check_name CHECK (name <> '') NOT VALID;
                    ALTER DOMAIN email ADD CONSTRAINT filled CHECK (VALUE <> '') NOT VALID;
                    ALTER TABLE videos DISABLE TRIGGER count_videos;
                    ALTER TABLE videos ENABLE REPLICA TRIGGER touch_videos;
                    ALTER TABLE users DISABLE TRIGGER ALL;
                    CREATE RULE no_delete AS ON DELETE TO malls DO INSTEAD NOTHING;
                    ALTER TABLE malls DISABLE RULE no_delete;
                    REFRESH MATERIALIZED VIEW titles WITH NO DATA;
                    CREATE UNIQUE INDEX identity ON videos (created_at);
                    ALTER TABLE videos REPLICA IDENTITY USING INDEX identity;
                    DROP INDEX identity""");
            assertEquals(
                    List.of(
                            "index ix_malls_name on malls is invalid: queries do not use it",
                            "check check_name on malls is not validated: older rows may break it",
                            "foreign key fk_videos_user_id on videos is not checked: its internal triggers are disabled",
                            "check filled of domain email is not validated: older rows may break it",
                            "trigger count_videos on videos is disabled",
                            "trigger touch_videos on videos fires only where changes are replicated to",
                            "rule no_delete on malls is disabled",
                            "view titles has never been filled: reading it fails",
                            "table videos has a replica identity whose index is gone: published updates and deletes fail"),
                    Shop.findings(connection, Shop.expectations("")).stream()
                            .map(Finding::message)
                            .toList());
        }
    }

    @Test
    void acceptsWhatAStoryWants() throws SQLException {
        try (TestDatabase database = TestServers.freshDatabase();
                Connection connection = database.connect()) {
            Shop.execute(connection, """
                    CREATE TABLE t (a integer);
                    CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
                    CREATE TRIGGER g AFTER INSERT ON t EXECUTE FUNCTION f();
                    ALTER TABLE t DISABLE TRIGGER g, ADD CONSTRAINT c CHECK (a > 0) NOT VALID""");
            String yaml = """
                    tables:
                      t:
                        checks: { c: { expression: 0 < a, validated: false } }
                        triggers: { g: { timing: after, events: [insert], enabled: false } }
                    """;
            List<Finding> findings = Shop.findings(connection, Shop.expectations(yaml));
            assertEquals(
                    List.of("different-constraint"),
                    findings.stream().map(Finding::rule).toList());
            assertEquals(List.of(), Shop.findings(connection, Shop.expectations(yaml.replace("0 < a", "a > 0"))));
        }
    }

    @Test
    void saysWhereTheExpectationStands() throws SQLException {
        try (TestDatabase database = TestServers.freshDatabase();
                Connection connection = database.connect()) {
            var finding = Shop.findings(connection, Shop.expectations("# first line\nenums:\n  e: [a]\n"))
                    .get(0);
            assertEquals(new Position(Path.of("shop.yaml"), 3, 3), finding.position());
            assertEquals("shop", finding.story());
        }
    }

    @Test
    void saysOnceThatATableIsMissing() throws SQLException {
        try (TestDatabase database = TestServers.freshDatabase();
                Connection connection = database.connect()) {
            String yaml = """
                    tables:
                      t:
                        primary-key: [a]
                        columns: { a: { type: integer }, b: { type: text } }
                        indexes: { i: { columns: [b] } }
                        checks: { c: a > 0 }
                    """;
            assertEquals(
                    List.of("table t is missing"),
                    Shop.findings(connection, Shop.expectations(yaml)).stream()
                            .map(Finding::message)
                            .toList());
        }
    }
}

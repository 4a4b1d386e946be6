package io.schemactl.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.schemactl.finding.Finding;
import io.schemactl.shadow.TestDatabase;
import io.schemactl.shadow.TestServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each single damage to a database is found, and named as what it is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DamageTest {

    private TestDatabase whole;

    @BeforeAll
    void create() throws SQLException {
        whole = TestServers.freshDatabase();
        whole.execute(Shop.sql());
    }

    @AfterAll
    void drop() throws SQLException {
        whole.close();
    }

    @Test
    void findsNothingInAWholeDatabase() throws SQLException {
        try (Connection connection = whole.connect()) {
            assertEquals(List.of(), messages(Shop.findings(connection, Shop.expectations())));
        }
    }

    private record Damage(String sql, List<String> messages) {
        @Override
        public String toString() {
            return sql;
        }
    }

    @ParameterizedTest
    @MethodSource
    void finds(Damage damage) throws SQLException {
        try (TestDatabase copy = copy();
                Connection connection = copy.connect()) {
            Shop.execute(connection, damage.sql());
            List<Finding> findings = Shop.findings(connection, Shop.expectations());
            assertEquals(damage.messages(), messages(findings));
        }
    }

    private static List<String> messages(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.rule() + ": " + finding.message())
                .toList();
    }

    private TestDatabase copy() throws SQLException {
        TestDatabase copy = TestServers.freshDatabase();
        copy.execute(Shop.sql());
        return copy;
    }

    private static Damage damage(String sql, String... messages) {
        return new Damage(sql, List.of(messages));
    }

    static Stream<Damage> finds() {
        return Stream.of(indexes(), keys(), types(), tables(), columns(), constraints(), triggers(), objects())
                .flatMap(damages -> damages);
    }

    private static Stream<Damage> indexes() {
        return Stream.of(
                damage(
                        "DROP INDEX ix_videos_meta_gin",
                        "missing-index: index ix_videos_meta_gin on videos is missing"
                                + "; index ix_videos_meta_path_gin is on the same columns"),
                damage(
                        "ALTER INDEX ix_videos_created_at RENAME TO other",
                        "missing-index: index ix_videos_created_at on videos is missing; index other is on the same columns"),
                damage(
                        "DROP INDEX ix_titles_title; CREATE UNIQUE INDEX ix_titles_title ON malls (name)",
                        "missing-index: index ix_titles_title on titles is missing; an index of that name is on malls"),
                damage(
                        "DROP INDEX ix_videos_meta_gin; CREATE INDEX ix_videos_meta_gin ON videos (meta)",
                        "different-index: index ix_videos_meta_gin on videos: method is btree, expected gin"),
                damage(
                        "DROP INDEX ix_videos_meta_gin; CREATE INDEX ix_videos_meta_gin ON videos USING gin (meta jsonb_path_ops)",
                        "different-index: index ix_videos_meta_gin on videos: operator class of key meta is jsonb_path_ops,"
                                + " expected the type's default"),
                damage(
                        "DROP INDEX ix_videos_meta_path_gin; CREATE INDEX ix_videos_meta_path_gin ON videos USING gin (meta)",
                        "different-index: index ix_videos_meta_path_gin on videos: operator class of key meta is jsonb_ops,"
                                + " expected jsonb_path_ops"));
    }

    private static Stream<Damage> keys() {
        return Stream.of(
                damage(
                        "DROP INDEX ix_videos_created_at; CREATE INDEX ix_videos_created_at ON videos (created_at)",
                        "different-index: index ix_videos_created_at on videos: order of key created_at is asc, expected desc",
                        "different-index: index ix_videos_created_at on videos: place of nulls in key created_at is last,"
                                + " expected first"),
                damage(
                        "DROP INDEX ix_videos_unique_checksum;"
                                + "CREATE UNIQUE INDEX ix_videos_unique_checksum ON videos (checksum, mall_id)",
                        "different-index: index ix_videos_unique_checksum on videos: predicate is none,"
                                + " expected checksum IS NOT NULL"),
                damage(
                        "DROP INDEX ix_videos_unique_checksum; CREATE UNIQUE INDEX ix_videos_unique_checksum"
                                + " ON videos (checksum, mall_id) WHERE mall_id IS NOT NULL",
                        "different-index: index ix_videos_unique_checksum on videos: predicate is (mall_id IS NOT NULL),"
                                + " expected checksum IS NOT NULL"),
                damage(
                        "DROP INDEX ix_videos_unique_checksum; CREATE INDEX ix_videos_unique_checksum"
                                + " ON videos (mall_id, checksum) WHERE checksum IS NOT NULL",
                        "different-index: index ix_videos_unique_checksum on videos: unique is no, expected yes",
                        "different-index: index ix_videos_unique_checksum on videos: list of keys is (mall_id, checksum),"
                                + " expected (checksum, mall_id)"),
                damage(
                        "DROP INDEX ix_videos_lower_title; CREATE INDEX ix_videos_lower_title"
                                + " ON videos (upper(title) text_pattern_ops, mall_id)",
                        "different-index: index ix_videos_lower_title on videos: expression of key upper((title)::text) is"
                                + " upper((title)::text), expected lower(title)",
                        "different-index: index ix_videos_lower_title on videos: list of included columns is none,"
                                + " expected (status)"),
                damage(
                        "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'ix_videos_meta_gin'::regclass",
                        "invalid-index: index ix_videos_meta_gin on videos is invalid: queries do not use it"));
    }

    private static Stream<Damage> types() {
        return Stream.of(
                damage(
                        "UPDATE pg_enum SET enumsortorder = 9 WHERE enumlabel = 'queued'",
                        "different-enum: enum video_status: the order of the labels is (inprogress, ready, error, queued),"
                                + " expected (queued, inprogress, ready, error)"),
                damage(
                        "DELETE FROM pg_enum WHERE enumlabel = 'high'",
                        "different-enum: enum audit.level: list of labels (without high) is (low), expected (low, high)"),
                damage(
                        "ALTER TYPE audit.level ADD VALUE 'middle' AFTER 'low'",
                        "different-enum: enum audit.level: list of labels (with middle) is (low, middle, high),"
                                + " expected (low, high)"),
                damage(
                        "COMMENT ON TYPE video_status IS NULL",
                        "different-enum: enum video_status: comment is none, expected 'how far a video is'"),
                damage(
                        "ALTER DOMAIN email DROP CONSTRAINT has_at; ALTER DOMAIN email SET NOT NULL;"
                                + "ALTER DOMAIN email ADD CONSTRAINT other CHECK (VALUE <> '')",
                        "different-domain: domain email: nullable is no, expected yes",
                        "different-domain: domain email: check has_at is none,"
                                + " expected value ~ '@' AND (length(value) < 255)",
                        "different-domain: domain email: check other is (VALUE <> ''::text), expected none"),
                damage(
                        "ALTER DOMAIN email SET DEFAULT 'x'",
                        "different-domain: domain email: default is 'x'::text, expected 'nobody@example.org'"),
                damage(
                        "ALTER SEQUENCE order_numbers INCREMENT 1 OWNED BY malls.name",
                        "different-sequence: sequence order_numbers: increment is 1, expected 10",
                        "different-sequence: sequence order_numbers: owning column is malls.name, expected none"));
    }

    private static Stream<Damage> tables() {
        return Stream.of(
                damage("DROP TABLE \"Odd.Table\"", "missing-table: table \"Odd.Table\" is missing"),
                damage(
                        "ALTER TABLE users SET SCHEMA audit",
                        "missing-table: table users is missing; there is table audit.users",
                        "different-constraint: foreign key fk_videos_user_id on videos: reference is audit.users(id),"
                                + " expected users(id)"),
                damage(
                        "ALTER TABLE videos RENAME width TO widht",
                        "missing-column: column videos.width is missing; the most similar name there is `widht`",
                        "invalid-expectation: column videos.pixels: the expected generation expression `width * height` has no"
                                + " meaning here: column \"width\" does not exist"),
                damage(
                        "DROP INDEX ix_videos_meta_gin, ix_videos_meta_path_gin;"
                                + "ALTER TABLE videos ALTER meta TYPE json USING NULL::json",
                        "different-column: column videos.meta: type is json, expected jsonb",
                        "missing-index: index ix_videos_meta_gin on videos is missing",
                        "missing-index: index ix_videos_meta_path_gin on videos is missing"),
                damage(
                        "ALTER TABLE videos ALTER fps TYPE numeric(10,4)",
                        "different-column: column videos.fps: type is numeric(10,4), expected numeric(6,3)"),
                damage(
                        "ALTER TABLE videos ALTER checksum TYPE varchar(65)",
                        "different-column: column videos.checksum: type is character varying(65),"
                                + " expected character varying(64)"));
    }

    private static Stream<Damage> columns() {
        return Stream.of(
                damage(
                        "ALTER TABLE videos ALTER mall_id DROP NOT NULL, ALTER meta SET NOT NULL",
                        "different-column: column videos.mall_id: nullable is yes, expected no",
                        "different-column: column videos.meta: nullable is no, expected yes"),
                damage(
                        "ALTER TABLE videos ALTER progress DROP DEFAULT, ALTER active SET DEFAULT true,"
                                + " ALTER created_at SET DEFAULT CURRENT_TIMESTAMP, ALTER meta SET DEFAULT '{}'",
                        "different-column: column videos.progress: default is none, expected 0",
                        "different-column: column videos.meta: default is '{}'::jsonb, expected none",
                        "different-column: column videos.active: default is true, expected false",
                        "different-column: column videos.created_at: default is CURRENT_TIMESTAMP, expected now()"),
                damage(
                        "ALTER TABLE videos ALTER number SET GENERATED BY DEFAULT, ALTER pixels DROP EXPRESSION",
                        "different-column: column videos.pixels: generation expression is none, expected width * height",
                        "different-column: column videos.number: identity is by default, expected always"),
                damage(
                        "COMMENT ON COLUMN videos.meta IS NULL; COMMENT ON TABLE videos IS 'other'",
                        "different-table: table videos: comment is 'other', expected 'uploaded videos'",
                        "different-column: column videos.meta: comment is none, expected 'what the probe found'"),
                damage(
                        "ALTER TABLE videos ADD old integer CONSTRAINT old CHECK (old > 0); CREATE TABLE old ();"
                                + "CREATE INDEX ix_old ON videos (old); CREATE TYPE audit.old AS ENUM ();"
                                + "CREATE FUNCTION touch(int) RETURNS int LANGUAGE sql AS 'SELECT 1'",
                        "unexpected-enum: enum audit.old exists, but should not",
                        "unexpected-function: function touch(integer) exists, but should not",
                        "unexpected-table: table old exists, but should not",
                        "unexpected-column: column videos.old exists, but should not",
                        "unexpected-constraint: constraint old on videos exists, but should not",
                        "unexpected-index: index ix_old on videos exists, but should not"));
    }

    private static Stream<Damage> constraints() {
        return Stream.of(
                damage(
                        "ALTER TABLE \"Odd.Table\" DROP CONSTRAINT \"Odd.Table_pkey\"",
                        "missing-primary-key: primary key of \"Odd.Table\" is missing"),
                damage(
                        "ALTER TABLE users RENAME CONSTRAINT users_pkey TO other",
                        "different-primary-key: primary key of users: name is other, expected users_pkey"),
                damage(
                        "ALTER TABLE videos DROP CONSTRAINT unique_title;"
                                + "CREATE UNIQUE INDEX unique_title ON videos (mall_id, title)",
                        "missing-constraint: unique constraint unique_title on videos is missing;"
                                + " there is only an index of that name"),
                damage(
                        "ALTER TABLE videos DROP CONSTRAINT fk_videos_mall_id,"
                                + " ADD CONSTRAINT fk_videos_mall_id FOREIGN KEY (mall_id) REFERENCES malls ON DELETE RESTRICT",
                        "different-constraint: foreign key fk_videos_mall_id on videos: on delete is restrict,"
                                + " expected cascade"),
                damage(
                        "ALTER TABLE videos ALTER CONSTRAINT fk_videos_user_id DEFERRABLE INITIALLY IMMEDIATE",
                        "different-constraint: foreign key fk_videos_user_id on videos: initially is immediate,"
                                + " expected deferred"),
                damage(
                        "ALTER TABLE videos DROP CONSTRAINT fk_videos_mall_id, ADD CONSTRAINT fk_videos_mall_id"
                                + " FOREIGN KEY (mall_id) REFERENCES malls ON DELETE CASCADE NOT VALID",
                        "unvalidated-constraint: foreign key fk_videos_mall_id on videos is not validated:"
                                + " older rows may break it"),
                damage(
                        "ALTER TABLE videos DROP CONSTRAINT check_progress,"
                                + " ADD CONSTRAINT check_progress CHECK (progress BETWEEN 0 AND 101)",
                        "different-constraint: check check_progress on videos: expression is"
                                + " ((progress >= 0) AND (progress <= 101)), expected progress >= 0 AND progress <= 100"),
                damage(
                        "ALTER TABLE videos RENAME CONSTRAINT no_overlap TO other",
                        "missing-constraint: exclusion constraint no_overlap on videos is missing;"
                                + " exclusion constraint other is on the same"),
                damage(
                        "ALTER TABLE videos DROP CONSTRAINT check_progress, ADD CONSTRAINT check_progress UNIQUE (progress)",
                        "different-constraint: check check_progress on videos: kind is unique constraint, expected check"));
    }

    private static Stream<Damage> triggers() {
        return Stream.of(
                damage(
                        "DROP TRIGGER touch_videos ON videos",
                        "missing-trigger: trigger touch_videos on videos is missing"),
                damage(
                        "ALTER TABLE videos DISABLE TRIGGER touch_videos",
                        "disabled-trigger: trigger touch_videos on videos is disabled"),
                damage(
                        "ALTER TABLE videos ENABLE ALWAYS TRIGGER touch_videos",
                        "different-trigger: trigger touch_videos on videos: state is always, expected enabled"),
                damage(
                        "ALTER TABLE malls DISABLE TRIGGER ALL",
                        "disabled-trigger: foreign key fk_videos_mall_id on videos is not checked:"
                                + " its internal triggers are disabled"),
                damage(
                        "DROP TRIGGER touch_videos ON videos; CREATE TRIGGER touch_videos AFTER INSERT OR UPDATE ON videos"
                                + " FOR EACH ROW EXECUTE FUNCTION touch('a')",
                        "different-trigger: trigger touch_videos on videos: timing is after, expected before",
                        "different-trigger: trigger touch_videos on videos: list of events is (insert, update),"
                                + " expected (update)",
                        "different-trigger: trigger touch_videos on videos: list of columns is none,"
                                + " expected (title, status)",
                        "different-trigger: trigger touch_videos on videos: condition is none,"
                                + " expected NOT (OLD.title IS NOT DISTINCT FROM NEW.title)",
                        "different-trigger: trigger touch_videos on videos: function is touch('a'),"
                                + " expected touch('a', 'it''s')"));
    }

    private static Stream<Damage> objects() {
        return Stream.of(
                damage("DROP PROCEDURE tidy()", "missing-function: procedure tidy() is missing"),
                damage(
                        "ALTER FUNCTION add(integer, audit.level) STABLE SECURITY DEFINER",
                        "different-function: function add(int, audit.level): volatility is stable, expected immutable",
                        "different-function: function add(int, audit.level): security is definer, expected invoker"),
                damage(
                        "DROP FUNCTION add(integer, audit.level);"
                                + "CREATE FUNCTION add(bigint) RETURNS int LANGUAGE sql AS 'SELECT 1'",
                        "missing-function: function add(int, audit.level) is missing; there is add(bigint)"),
                damage(
                        "COMMENT ON FUNCTION touch() IS NULL",
                        "different-function: function touch(): comment is none, expected any text"),
                damage(
                        "CREATE OR REPLACE VIEW ready_videos AS SELECT id, title FROM videos WHERE status = 'error'",
                        "different-view: view ready_videos: definition is SELECT videos.id, videos.title FROM public.videos"
                                + " WHERE (videos.status = 'error'::public.video_status), expected SELECT id, title FROM videos"
                                + " WHERE status = 'ready'"),
                damage(
                        "REFRESH MATERIALIZED VIEW titles WITH NO DATA",
                        "unpopulated-view: view titles has never been filled: reading it fails"),
                damage(
                        "DROP EXTENSION pg_trgm CASCADE",
                        "missing-extension: extension pg_trgm is missing",
                        "missing-index: index ix_videos_title_trgm on videos is missing"),
                damage(
                        "COMMENT ON SCHEMA audit IS 'nothing'",
                        "different-schema: schema audit: comment is 'nothing', expected 'who did what'"));
    }
}

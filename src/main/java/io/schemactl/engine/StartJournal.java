package io.schemactl.engine;

import io.schemactl.db.WorkConnection;
import io.schemactl.engine.ChangeSetScript.Direction;
import io.schemactl.sql.Literal;
import io.schemactl.sql.QualifiedName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Remembers how far a change set got that does not run in a transaction.
 *
 * <p>The table is made when such a change set starts and dropped when no such change set is open, so that a database at rest
 * holds nothing but Liquibase's own table.
 */
final class StartJournal {

    /** The table's name, without its schema. */
    static final String NAME = "databasechangelog_started";

    /**
     * An open change set.
     *
     * @param done digests of the steps that are done, in order
     * @param running the digest of the step that was begun and not known to have ended; empty if none
     */
    record Started(List<String> done, String running) {}

    private final WorkConnection connection;
    private final QualifiedName name;

    StartJournal(WorkConnection connection, String schema) {
        this.connection = connection;
        this.name = QualifiedName.of(schema, NAME);
    }

    /**
     * How far a statement is that is executed in ranges of a key.
     *
     * @param reached the last key of the last range that is done
     * @param passed how many rows have been counted off
     * @param changed how many rows were changed
     */
    record Reached(String reached, long passed, long changed) {}

    /** How far a statement is that is executed in ranges; empty if no range of it is done. */
    Optional<Reached> findReached(ChangeSetId id, String digest) throws SQLException {
        return connection.queryOne(
                "SELECT reached, passed, changed FROM %s WHERE %s AND running = ? AND reached IS NOT NULL"
                        .formatted(name.quoted(), HistoryTable.isRow(id)),
                row -> new Reached(row.getString("reached"), row.getLong("passed"), row.getLong("changed")),
                digest);
    }

    /** The statement that records that one more range is done; it commits together with the range. */
    String reachedStatement(ChangeSetId id, String digest, Reached at) {
        return "UPDATE %s SET running = %s, reached = %s, passed = %d, changed = %d WHERE %s"
                .formatted(
                        name.quoted(),
                        Literal.of(digest),
                        Literal.of(at.reached()),
                        at.passed(),
                        at.changed(),
                        HistoryTable.isRow(id));
    }

    /** What is known of a change set that was started and did not end. */
    Optional<Started> find(ChangeSetId id, Direction direction) throws SQLException {
        return exists()
                ? connection.queryOne(
                        "SELECT done, running FROM " + name.quoted() + " WHERE " + isRow(id, direction),
                        row -> new Started(
                                Arrays.asList((String[]) row.getArray("done").getArray()), row.getString("running")))
                : Optional.empty();
    }

    /** The change sets that are open. */
    List<StartedChangeSet> open() throws SQLException {
        return exists()
                ? connection.query(
                        "SELECT id, author, filename, direction, changed FROM " + name.quoted() + " ORDER BY started",
                        row -> new StartedChangeSet(
                                new ChangeSetId(
                                        row.getString("id"), row.getString("author"), row.getString("filename")),
                                row.getString("direction").equals(Direction.ROLLBACK.name()),
                                row.getLong("changed")))
                : List.of();
    }

    private static String isRow(ChangeSetId id, Direction direction) {
        return HistoryTable.isRow(id) + " AND direction = '" + direction + "'";
    }

    private boolean exists() throws SQLException {
        return connection
                .queryOne("SELECT pg_catalog.to_regclass(?) IS NOT NULL", row -> row.getBoolean(1), name.quoted())
                .orElse(false);
    }

    /** The statement that records the start of a change set. */
    String startStatement(ChangeSetId id, Direction direction) throws SQLException {
        // What was open in the other direction is void: its statements are not this direction's.
        String insert = """
                DELETE FROM %s WHERE %s AND NOT (%s);
                INSERT INTO %s (id, author, filename, direction) VALUES (%s, %s, %s, '%s') ON CONFLICT DO NOTHING""".formatted(
                        name.quoted(),
                        HistoryTable.isRow(id),
                        isRow(id, direction),
                        name.quoted(),
                        Literal.of(id.id()),
                        Literal.of(id.author()),
                        Literal.of(id.file()),
                        direction);
        return exists() ? insert : createStatement() + insert;
    }

    private String createStatement() {
        return """
               CREATE TABLE %s (
                   id text NOT NULL, author text NOT NULL, filename text NOT NULL,
                   started timestamptz NOT NULL DEFAULT pg_catalog.now(),
                   done text[] NOT NULL DEFAULT '{}', running text NOT NULL DEFAULT '',
                   direction text NOT NULL,
                   reached text, passed bigint NOT NULL DEFAULT 0, changed bigint NOT NULL DEFAULT 0,
                   PRIMARY KEY (id, author, filename));
               """.formatted(name.quoted());
    }

    /** The statement that records that a step begins. */
    String beginStatement(ChangeSetId id, String digest) {
        return byOwner("UPDATE %s SET running = %s, reached = NULL WHERE %s"
                .formatted(name.quoted(), Literal.of(digest), HistoryTable.isRow(id)));
    }

    /** The statement that records which steps are done, all from the first on. */
    String doneStatement(ChangeSetId id, List<String> done) {
        return "UPDATE %s SET done = %s::text[], running = '', reached = NULL WHERE %s"
                .formatted(name.quoted(), Literal.of("{" + String.join(",", done) + "}"), HistoryTable.isRow(id));
    }

    /** The same, whatever role the change set has set; it is one that stands in a block of its own, or at a block's end. */
    String doneByOwner(ChangeSetId id, List<String> done) {
        return byOwner(doneStatement(id, done));
    }

    /** A text of several statements is one transaction, and LOCAL settings end with it. */
    private static String byOwner(String statement) {
        return "SET LOCAL SESSION AUTHORIZATION DEFAULT; SET LOCAL ROLE NONE; " + statement;
    }

    /** The statements that forget a change set, and the table with its last row. */
    List<String> endStatements(ChangeSetId id) {
        return List.of(
                "DELETE FROM %s WHERE %s".formatted(name.quoted(), HistoryTable.isRow(id)),
                "DO $end$ BEGIN IF NOT EXISTS (SELECT 1 FROM %s) THEN DROP TABLE %s; END IF; END $end$"
                        .formatted(name.quoted(), name.quoted()));
    }

    /** What a step is known by. */
    static String digest(String sql) {
        try {
            byte[] bytes = MessageDigest.getInstance("SHA-256").digest(sql.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package io.schemactl.trace;

import io.schemactl.db.WorkConnection;
import io.schemactl.sql.QualifiedName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The relations of a database at one moment of a transaction.
 *
 * @param relations by their object identifiers
 */
record Look(Map<Long, Seen> relations) {

    private static final String RELATIONS = text("relations.sql");

    Look {
        relations = Map.copyOf(relations);
    }

    /** A database without relations. */
    static Look nothing() {
        return new Look(Map.of());
    }

    /**
     * A relation.
     *
     * @param whole the table of an index, itself of everything else
     * @param file the file of its rows; 0 if it has none
     * @param lock the strongest lock that the session holds on it
     * @param counts how often its rows were read and written in this transaction
     */
    record Seen(
            long id,
            long whole,
            QualifiedName name,
            RelationTrace.Kind kind,
            long file,
            boolean valid,
            @Nullable LockMode lock,
            Counts counts) {

        /** The same with a lock. */
        Seen locked(@Nullable LockMode mode) {
            return new Seen(id, whole, name, kind, file, valid, mode, counts);
        }

        /** The same under the identifier of another one. */
        Seen identifiedAs(long other) {
            return new Seen(other, whole == id ? other : whole, name, kind, file, valid, lock, counts);
        }

        Seen counted(Counts others) {
            return new Seen(id, whole, name, kind, file, valid, lock, others);
        }
    }

    /** How often rows were read and written in a transaction. */
    record Counts(long scans, long inserted, long updated, long deleted) {
        static final Counts NONE = new Counts(0, 0, 0, 0);

        Counts minus(Counts other) {
            return new Counts(
                    Math.max(0, scans - other.scans),
                    Math.max(0, inserted - other.inserted),
                    Math.max(0, updated - other.updated),
                    Math.max(0, deleted - other.deleted));
        }
    }

    /** What the connection's transaction sees now. */
    static Look at(WorkConnection connection) throws SQLException {
        var relations = new HashMap<Long, Seen>();
        for (Seen seen : connection.query(RELATIONS, Look::seen)) {
            relations.put(seen.id(), seen);
        }
        return new Look(relations);
    }

    /** The same with other counts than those of a transaction, which is over. */
    Look with(Map<Long, Counts> counts) {
        return new Look(relations.values().stream()
                .collect(
                        Collectors.toMap(Seen::id, seen -> seen.counted(counts.getOrDefault(seen.id(), Counts.NONE)))));
    }

    /** The same, where a relation that has the file of one that is gone counts as that one: the server kept its rows. */
    Look succeeding(Look before) {
        var gone = new HashMap<Long, Long>();
        before.relations().values().stream()
                .filter(was -> was.file() != 0 && !relations.containsKey(was.id()))
                .forEach(was -> gone.put(was.file(), was.id()));
        var same = new HashMap<Long, Seen>();
        relations.forEach((id, is) -> {
            boolean isNew = !before.relations().containsKey(id);
            Seen known = isNew && gone.containsKey(is.file()) ? is.identifiedAs(gone.get(is.file())) : is;
            same.put(known.id(), known);
        });
        return new Look(same);
    }

    private static Seen seen(ResultSet row) throws SQLException {
        return new Seen(
                row.getLong("id"),
                row.getLong("whole"),
                QualifiedName.of(row.getString("schema"), row.getString("name")),
                RelationTrace.Kind.of(row.getString("kind")),
                row.getLong("file"),
                row.getBoolean("valid"),
                LockMode.strongest(row.getString("modes")).orElse(null),
                counts(row));
    }

    static Counts counts(ResultSet row) throws SQLException {
        return new Counts(
                row.getLong("scans"), row.getLong("inserted"), row.getLong("updated"), row.getLong("deleted"));
    }

    /** A query of this package. */
    static String text(String name) {
        try (InputStream stream = Look.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("no file " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

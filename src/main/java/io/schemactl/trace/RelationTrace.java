package io.schemactl.trace;

import io.schemactl.sql.QualifiedName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a statement did to a table, view, sequence or index.
 *
 * @param name its name afterwards, or before if it is gone
 * @param table the table that an index belongs to; itself, of everything else
 * @param kind what it is
 * @param existence whether it was there, and since when
 * @param taken the strongest lock that the statement took; null if it took none
 * @param held the strongest lock that the transaction held before the statement; null if it held none
 * @param work what was done with its rows
 */
public record RelationTrace(
        QualifiedName name,
        QualifiedName table,
        Kind kind,
        Existence existence,
        @Nullable LockMode taken,
        @Nullable LockMode held,
        Work work) {

    /** What a relation can be. */
    public enum Kind {
        /** An ordinary table. */
        TABLE,
        /** A partitioned table. */
        PARTITIONED_TABLE,
        /** A foreign table. */
        FOREIGN_TABLE,
        /** A materialized view. */
        MATERIALIZED_VIEW,
        /** A view. */
        VIEW,
        /** An index. */
        INDEX,
        /** A partitioned index. */
        PARTITIONED_INDEX,
        /** A sequence. */
        SEQUENCE;

        /** The kind as PostgreSQL writes it. */
        public String words() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        }

        static Kind of(String letter) {
            return switch (letter) {
                case "r" -> TABLE;
                case "p" -> PARTITIONED_TABLE;
                case "f" -> FOREIGN_TABLE;
                case "m" -> MATERIALIZED_VIEW;
                case "v" -> VIEW;
                case "i" -> INDEX;
                case "I" -> PARTITIONED_INDEX;
                case "S" -> SEQUENCE;
                default -> throw new IllegalArgumentException("no kind of relation: " + letter);
            };
        }
    }

    /** Since when a relation is there. */
    public enum Existence {
        /** It was there before the story: others may be using it. */
        OLD,
        /** It, or the table that it belongs to, was made earlier in the same story: nobody else uses it yet. */
        YOUNG,
        /** The statement made it, and its table was there before the story; or it is no part of a table. */
        MADE,
        /** It was there before the story, and the statement dropped it. */
        DROPPED
    }

    /**
     * What was done with rows.
     *
     * @param rewritten whether they were written into a new file
     * @param scans how often all of them were read
     * @param inserted rows inserted
     * @param updated rows updated
     * @param deleted rows deleted
     */
    public record Work(boolean rewritten, long scans, long inserted, long updated, long deleted) {

        /** Whether anything was done. */
        public boolean isAny() {
            return rewritten || scans > 0 || inserted > 0 || updated > 0 || deleted > 0;
        }
    }

    /** Whether it is an index. */
    public boolean isIndex() {
        return kind == Kind.INDEX || kind == Kind.PARTITIONED_INDEX;
    }

    /** Whether others may be using it, so that locks and work on it may hurt. */
    public boolean isUsed() {
        return existence == Existence.OLD || existence == Existence.DROPPED;
    }

    /** The strongest lock that is held on it after the statement, or was held until it was dropped. */
    public Optional<LockMode> lock() {
        if (taken == null || (held != null && held.isAtLeast(taken))) {
            return Optional.ofNullable(held);
        }
        return Optional.of(taken);
    }
}

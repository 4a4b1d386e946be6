package io.schemactl.trace;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The modes in which a session locks a table, the weakest first
 * (<a href="https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES">section 13.3.1</a>).
 */
public enum LockMode {
    /** What {@code SELECT} takes. */
    ACCESS_SHARE,
    /** What {@code SELECT … FOR UPDATE} takes. */
    ROW_SHARE,
    /** What {@code INSERT}, {@code UPDATE} and {@code DELETE} take. */
    ROW_EXCLUSIVE,
    /** What {@code VACUUM}, {@code ANALYZE} and {@code CREATE INDEX CONCURRENTLY} take. */
    SHARE_UPDATE_EXCLUSIVE,
    /** What {@code CREATE INDEX} takes: nobody writes meanwhile. */
    SHARE,
    /** What {@code CREATE TRIGGER} and foreign keys take: nobody writes meanwhile. */
    SHARE_ROW_EXCLUSIVE,
    /** Nobody writes meanwhile. */
    EXCLUSIVE,
    /** Nobody reads or writes meanwhile. */
    ACCESS_EXCLUSIVE;

    /** The mode that {@code pg_locks} calls so, such as {@code AccessExclusiveLock}; empty for what locks no relation. */
    static Optional<LockMode> find(String name) {
        return Stream.of(values())
                .filter(mode -> mode.catalogName().equals(name))
                .findFirst();
    }

    private String catalogName() {
        var name = new StringBuilder();
        for (String word : name().split("_")) {
            name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return name.append("Lock").toString();
    }

    /** The mode as SQL writes it, such as {@code ACCESS EXCLUSIVE}. */
    public String words() {
        return name().replace('_', ' ');
    }

    /** Whether queries that only read have to wait. */
    public boolean blocksReads() {
        return this == ACCESS_EXCLUSIVE;
    }

    /** Whether {@code INSERT}, {@code UPDATE} and {@code DELETE} have to wait. */
    public boolean blocksWrites() {
        return compareTo(SHARE) >= 0;
    }

    /** The strongest of the modes that {@code pg_locks} calls so, with commas between them; empty if there is none. */
    public static Optional<LockMode> strongest(String names) {
        return Stream.of(names.split(","))
                .flatMap(name -> find(name).stream())
                .reduce((one, other) -> one.isAtLeast(other) ? one : other);
    }

    /** Whether two sessions cannot hold both on one table (table 13.2 of the manual). */
    public boolean conflictsWith(LockMode other) {
        return switch (this) {
            case ACCESS_SHARE -> other == ACCESS_EXCLUSIVE;
            case ROW_SHARE -> other.isAtLeast(EXCLUSIVE);
            case ROW_EXCLUSIVE -> other.isAtLeast(SHARE);
            case SHARE_UPDATE_EXCLUSIVE -> other.isAtLeast(SHARE_UPDATE_EXCLUSIVE);
            case SHARE -> other.isAtLeast(ROW_EXCLUSIVE) && other != SHARE;
            case SHARE_ROW_EXCLUSIVE -> other.isAtLeast(ROW_EXCLUSIVE);
            case EXCLUSIVE -> other.isAtLeast(ROW_SHARE);
            case ACCESS_EXCLUSIVE -> true;
        };
    }

    /** Whether it is at least as strong as another one. */
    public boolean isAtLeast(LockMode other) {
        return compareTo(other) >= 0;
    }
}

package io.schemactl.live;

import io.schemactl.db.LockHolder;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far copies of a database are behind.
 *
 * @param isStandby whether the server is a copy itself
 * @param isConnected whether the copy gets changes at this moment
 * @param behind how old what the copy has replayed is; null if it is none, or has replayed nothing
 * @param replicas the servers that get this one's changes
 * @param slots where those continue who get changes
 */
public record Replication(
        boolean isStandby, boolean isConnected, @Nullable Duration behind, List<Replica> replicas, List<Slot> slots) {

    private static final long TEN = 10;
    private static final int MILLIS = 1_000;

    /** Nothing is known. */
    public static final Replication UNKNOWN = new Replication(false, false, null, List.of(), List.of());

    /** Copies the lists. */
    public Replication {
        replicas = List.copyOf(replicas);
        slots = List.copyOf(slots);
    }

    /**
     * A server that gets changes.
     *
     * @param name what it calls itself
     * @param isLogical whether it gets rows by logical replication, and is no copy of the server
     * @param state such as {@code streaming}; null if it may not be seen
     * @param lag how long ago what it has replayed was committed; null if it is not known, or nothing is under way
     * @param bytesBehind how much it has still to replay; null if it is not known
     */
    public record Replica(
            String name,
            boolean isLogical,
            @Nullable String state,
            @Nullable Duration lag,
            @Nullable Long bytesBehind) {

        /** One line for people. */
        public String describe() {
            String kind = isLogical ? "subscriber" : "replica";
            String who = name.isEmpty() ? "a " + kind : kind + " " + name;
            if (state == null) {
                return who + ", whose state the role may not see";
            }
            String late = lag == null ? "" : ", %s behind".formatted(words(lag));
            String bytes = bytesBehind == null ? "" : ", %s to replay".formatted(Amounts.bytes(bytesBehind));
            return "%s, %s%s%s".formatted(who, state, late, bytes);
        }
    }

    /**
     * A replication slot.
     *
     * @param name its name
     * @param isLogical whether rows are read from it, and not the WAL as it is
     * @param isActive whether somebody reads from it
     * @param isLost whether the server has removed what its reader still needs
     * @param kept how many bytes of WAL it keeps; null if none, because nobody has read from it yet, or because they are lost
     */
    public record Slot(
            String name,
            boolean isLogical,
            boolean isActive,
            boolean isLost,
            @Nullable Long kept) {

        /** Whether nobody reads from it, so that the WAL that it keeps only grows. */
        public boolean isLeft() {
            return !isActive && !isLost && kept != null;
        }

        /** One line for people. */
        public String describe() {
            String who = "%s slot %s".formatted(isLogical ? "logical" : "physical", name);
            if (isLost) {
                return who + " has lost WAL that its reader needs, who cannot go on";
            }
            if (kept == null) {
                return who + " was never read, and keeps no WAL";
            }
            return "%s is read%s, and keeps %s of WAL"
                    .formatted(who, isActive ? "" : " by nobody", Amounts.bytes(kept));
        }
    }

    /** How the server itself stands as a copy, in one line; empty if it is none. */
    public Optional<String> findStandbyWords() {
        if (!isStandby) {
            return Optional.empty();
        }
        String who = "the server is a standby, which takes no writes";
        if (isConnected && behind != null) {
            return Optional.of(
                    behind.isZero() ? who + "; it is not behind" : "%s; it is %s behind".formatted(who, words(behind)));
        }
        if (isConnected) {
            return Optional.of(who);
        }
        String old = behind == null ? "" : ", and the last transaction that it has is %s old".formatted(words(behind));
        return Optional.of("%s; nobody streams changes to it%s".formatted(who, old));
    }

    private static String words(Duration time) {
        if (time.toSeconds() >= TEN) {
            return LockHolder.words(time);
        }
        return time.toSeconds() == 0
                ? time.toMillis() + " ms"
                : String.format(Locale.ROOT, "%.1f s", time.toMillis() / (double) MILLIS);
    }
}

package io.schemactl.live;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far copies of a database are behind.
 *
 * @param isStandby whether the server is a copy itself
 * @param behind how old what the copy has replayed is; null if it is none, or has replayed nothing
 * @param replicas the servers that get this one's changes
 */
public record Replication(boolean isStandby, @Nullable Duration behind, List<Replica> replicas) {

    /** Nothing is known. */
    public static final Replication UNKNOWN = new Replication(false, null, List.of());

    /** Copies the list. */
    public Replication {
        replicas = List.copyOf(replicas);
    }

    /**
     * A server that gets changes.
     *
     * @param name what it calls itself
     * @param state such as {@code streaming}; null if it may not be seen
     * @param lag how long ago what it has replayed was committed; null if it is not known, or nothing is under way
     * @param bytesBehind how much it has still to replay; null if it is not known
     */
    public record Replica(
            String name,
            @Nullable String state,
            @Nullable Duration lag,
            @Nullable Long bytesBehind) {

        /** One line for people. */
        public String describe() {
            String who = name.isEmpty() ? "a replica" : "replica " + name;
            if (state == null) {
                return who + ", whose state the role may not see";
            }
            String late = lag == null ? "" : ", %d ms behind".formatted(lag.toMillis());
            String bytes = bytesBehind == null ? "" : ", %s to replay".formatted(Amounts.bytes(bytesBehind));
            return "%s, %s%s%s".formatted(who, state, late, bytes);
        }
    }

    /** The longest that any of the replicas is behind. */
    public Optional<Duration> findLongestLag() {
        return replicas.stream()
                .flatMap(replica -> Optional.ofNullable(replica.lag()).stream())
                .max(Duration::compareTo);
    }
}

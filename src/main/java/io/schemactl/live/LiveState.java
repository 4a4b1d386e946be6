package io.schemactl.live;

import java.util.List;

/**
 * What a live server says of its tables at one moment.
 *
 * @param figures how large they are
 * @param locks what open transactions hold on them, the oldest transaction first
 * @param replication how far copies are behind
 * @param notes what the role may not see, or could not be found out
 */
public record LiveState(Figures figures, List<OpenLock> locks, Replication replication, List<String> notes) {

    /** Copies the lists. */
    public LiveState {
        locks = List.copyOf(locks);
        notes = List.copyOf(notes);
    }
}

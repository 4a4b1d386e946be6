package io.schemactl.db;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A session that holds what another one waits for (see the view pg_stat_activity).
 *
 * @param pid the server process's id
 * @param user the role's name
 * @param application what the client calls itself
 * @param address the client's address; null for a Unix-domain socket or where it may not be seen
 * @param state such as {@code active} or {@code idle in transaction}
 * @param since how long the session, or its open transaction, has lasted
 * @param query what it runs, or ran last; null where it may not be seen
 */
public record LockHolder(
        int pid,
        String user,
        String application,
        @Nullable String address,
        String state,
        Duration since,
        @Nullable String query) {

    private static final int LONGEST_QUERY = 200;

    /** One line for people. */
    public String describe() {
        String where = address == null ? "" : " from " + address;
        String who = application.isEmpty() ? "" : " (%s)".formatted(application);
        String what = query == null || query.isEmpty() ? "" : ": " + shortened(query);
        return "pid %d, user %s%s%s, %s for %s%s".formatted(pid, user, who, where, state, words(since), what);
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST_QUERY ? line : line.substring(0, LONGEST_QUERY) + "…";
    }

    /** A duration as people say it. */
    public static String words(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return "%d min %d s".formatted(seconds / 60, seconds % 60);
        }
        return seconds < 86_400
                ? "%d h %d min".formatted(seconds / 3600, seconds / 60 % 60)
                : "%d d %d h".formatted(seconds / 86_400, seconds / 3600 % 24);
    }
}

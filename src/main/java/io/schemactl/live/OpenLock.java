package io.schemactl.live;

import io.schemactl.db.LockHolder;
import io.schemactl.sql.QualifiedName;
import io.schemactl.trace.LockMode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A lock that an open transaction of another session holds on a table.
 *
 * @param pid the server process's id; null if the transaction is prepared
 * @param table the table
 * @param root the partitioned table that it is a part of; itself, of every other table
 * @param mode the strongest mode
 * @param user the role's name; null where it may not be seen
 * @param application what the client calls itself
 * @param state such as {@code idle in transaction}; null where it may not be seen
 * @param age how long the transaction has been open; null where it may not be seen
 */
public record OpenLock(
        @Nullable Integer pid,
        QualifiedName table,
        QualifiedName root,
        LockMode mode,
        @Nullable String user,
        String application,
        @Nullable String state,
        @Nullable Duration age) {

    /** Whether it is about a table, or a part of it. */
    public boolean isOn(QualifiedName name) {
        return table.equals(name) || root.equals(name);
    }

    /** Whose it is and since when, in one line. */
    public String describe() {
        String role = user == null ? "" : ", user " + user;
        String since = age == null ? "for a time that the role may not see" : "for " + LockHolder.words(age);
        String what = state == null ? "" : state;
        if (pid == null) {
            return "%s%s, %s".formatted(what, role, since);
        }
        String doing = what.isEmpty() ? "" : ", " + what;
        return "pid %d%s%s%s %s".formatted(pid, role, client(), doing, since);
    }

    private String client() {
        return application.isEmpty() ? "" : " (%s)".formatted(application);
    }
}

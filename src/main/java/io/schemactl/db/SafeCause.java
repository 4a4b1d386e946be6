package io.schemactl.db;

import io.schemactl.config.Secret;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Keeps an exception as a cause only if nothing in it repeats the password. */
final class SafeCause {

    private SafeCause() {}

    /** The exception itself; or, if its text or that of a cause holds the password, one with the text scrubbed. */
    static SQLException of(SQLException e, @Nullable Secret password) {
        if (password == null || isClean(e, password)) {
            return e;
        }
        var safe = new SQLException(password.scrub(String.valueOf(e.getMessage())), e.getSQLState());
        safe.setStackTrace(e.getStackTrace());
        return safe;
    }

    private static boolean isClean(Throwable e, Secret password) {
        for (Throwable at = e; at != null; at = at.getCause()) {
            String text = String.valueOf(at.getMessage());
            if (!password.scrub(text).equals(text)) {
                return false;
            }
            for (Throwable suppressed : at.getSuppressed()) {
                if (!isClean(suppressed, password)) {
                    return false;
                }
            }
        }
        return true;
    }
}

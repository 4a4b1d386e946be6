package io.schemactl.db;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Until when PostgreSQL's versions get fixes (<a href="https://www.postgresql.org/support/versioning/">versioning policy</a>). */
public final class ServerSupport {

    private static final Map<Integer, LocalDate> FINAL_RELEASES = Map.of(
            14, LocalDate.of(2026, 11, 12),
            15, LocalDate.of(2027, 11, 11),
            16, LocalDate.of(2028, 11, 9),
            17, LocalDate.of(2029, 11, 8),
            18, LocalDate.of(2030, 11, 14));

    private ServerSupport() {}

    /** When a major version gets its last release, as far as that was known when this was built. */
    public static Optional<LocalDate> findFinalRelease(int major) {
        return Optional.ofNullable(FINAL_RELEASES.get(major));
    }
}

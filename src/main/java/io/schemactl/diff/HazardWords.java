package io.schemactl.diff;

import java.util.List;
import java.util.Objects;

/** Says what may hurt when a statement runs. */
public final class HazardWords {

    private HazardWords() {}

    /** A statement's hazards in words, such as {@code rewrites public.orders under ACCESS EXCLUSIVE}; no lock is said twice. */
    public static List<String> of(Statement statement) {
        return statement.hazards().stream()
                .filter(hazard -> !isSaidBy(statement, hazard))
                .map(HazardWords::of)
                .distinct()
                .toList();
    }

    private static boolean isSaidBy(Statement statement, Hazard lock) {
        return lock.type() == Hazard.Type.LOCK
                && statement.hazards().stream()
                        .anyMatch(other -> other.type() != Hazard.Type.LOCK
                                && other.object().equals(lock.object())
                                && Objects.equals(other.lock(), lock.lock()));
    }

    /** A hazard in words. */
    public static String of(Hazard hazard) {
        String lock = hazard.lock() == null ? "" : " under " + hazard.lock();
        return switch (hazard.type()) {
            case DATA_LOSS -> "data loss: " + hazard.object();
            case TABLE_REWRITE -> "rewrites " + hazard.object() + lock;
            case TABLE_SCAN -> "reads all rows of " + hazard.object() + lock;
            case MAY_FAIL -> "may fail, depending on the rows: " + hazard.object();
            case INDEX_BUILD -> "builds an index on " + hazard.object() + lock;
            case LOCK -> "locks %s: %s".formatted(hazard.object(), hazard.lock());
        };
    }
}

package io.schemactl.shadow;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Names templates on schemactl's own servers, and notes in a comment when each was used last. */
final class TemplateName {

    static final String PREFIX = "schemactl_template_";

    /** At 8 MB each. */
    static final int MOST = 20;

    /** A template that nobody has used for this time will not be used again. */
    static final Duration LIFE = Duration.ofDays(3);

    /** To note every use would cost more than it tells. */
    private static final Duration PRECISION = Duration.ofHours(1);

    private static final String USED = "last used ";

    private TemplateName() {}

    static String of(TemplateKey key) {
        return PREFIX + key.digest();
    }

    static String comment(Instant now) {
        return USED + now;
    }

    /** Whether the comment is to be written anew. */
    static boolean isOld(String comment, Instant now) {
        return used(comment).plus(PRECISION).isBefore(now);
    }

    /**
     * The templates that are not worth their space.
     *
     * @param comments by database name; other databases do not matter
     */
    static List<String> unneeded(Map<String, String> comments, Instant now) {
        List<String> latestFirst = comments.keySet().stream()
                .filter(name -> name.startsWith(PREFIX))
                .sorted(Comparator.comparing((String name) -> used(comments.getOrDefault(name, "")))
                        .reversed())
                .toList();
        return latestFirst.stream()
                .filter(name -> latestFirst.indexOf(name) >= MOST
                        || used(comments.getOrDefault(name, "")).plus(LIFE).isBefore(now))
                .toList();
    }

    /** Without a readable note, a template counts as never used. */
    private static Instant used(String comment) {
        try {
            return comment.startsWith(USED) ? Instant.parse(comment.substring(USED.length())) : Instant.EPOCH;
        } catch (DateTimeParseException e) {
            return Instant.EPOCH;
        }
    }
}

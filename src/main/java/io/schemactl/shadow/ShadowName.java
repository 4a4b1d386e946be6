package io.schemactl.shadow;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** Names throw-away databases, so that those which a killed run left behind can be told from all others. */
final class ShadowName {

    static final String PREFIX = "schemactl_shadow_";

    /** Of all databases that are schemactl's own. */
    static final String COMMON_PREFIX = "schemactl_";

    /** After this time nobody works with a throw-away database any more. */
    static final Duration LIFE = Duration.ofDays(1);

    private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d{13})\\d{6}");

    private ShadowName() {}

    /** A new name: the time in milliseconds, and six random digits. */
    static String at(Instant now) {
        return "%s%013d%06d"
                .formatted(
                        PREFIX, now.toEpochMilli(), ThreadLocalRandom.current().nextInt(1_000_000));
    }

    /** Whether a database is a throw-away database that nobody can need any more. */
    static boolean isLeftOver(String database, Instant now) {
        var name = NAME.matcher(database);
        return name.matches()
                && Instant.ofEpochMilli(Long.parseLong(name.group(1)))
                        .plus(LIFE)
                        .isBefore(now);
    }
}

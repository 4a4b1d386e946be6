package io.schemactl.report;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Says numbers, times and constants as people do. */
final class Words {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private Words() {}

    /** A time that something took, such as {@code 12 ms}, {@code 1.3 s} or {@code 2 min 3 s}. */
    static String took(Duration duration) {
        long millis = Math.max(0, duration.toMillis());
        if (millis < 1000) {
            return millis == 0 ? "< 1 ms" : millis + " ms";
        }
        long tenths = (millis + 50) / 100;
        if (tenths < 600) {
            return "%d.%d s".formatted(tenths / 10, tenths % 10);
        }
        long seconds = (millis + 500) / 1000;
        if (seconds < 3600) {
            return "%d min %d s".formatted(seconds / 60, seconds % 60);
        }
        return seconds < 86_400
                ? "%d h %d min".formatted(seconds / 3600, seconds / 60 % 60)
                : "%d d %d h".formatted(seconds / 86_400, seconds / 3600 % 24);
    }

    /** A moment to the second. */
    static String moment(LocalDateTime moment) {
        return MOMENT.format(moment);
    }

    /** A number with its noun, such as {@code 1 change set} or {@code 1,200 rows}. */
    static String count(long number, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : many);
    }

    /** Change sets, counted. */
    static String changeSets(long number) {
        return count(number, "change set", "change sets");
    }

    /** Stories, counted. */
    static String stories(long number) {
        return count(number, "story", "stories");
    }

    /** A constant as output spells it, such as {@code partly-applied}. */
    static String id(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package io.schemactl.config;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads and writes times as the settings file has them: {@code 500ms}, {@code 3s}, {@code 5m}, {@code 1h}, {@code 0}. */
public final class DurationText {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

    private DurationText() {}

    /** The time that a text stands for, or nothing if it stands for none. */
    public static Optional<Duration> parse(String text) {
        String stripped = text.strip();
        if (stripped.equals("0")) {
            return Optional.of(Duration.ZERO);
        }
        var matcher = FORM.matcher(stripped);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long amount = Long.parseLong(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "ms" -> Duration.ofMillis(amount);
                    case "s" -> Duration.ofSeconds(amount);
                    case "m" -> Duration.ofMinutes(amount);
                    default -> Duration.ofHours(amount);
                });
    }

    /** The text of a time, in the largest unit that says it exactly. */
    public static String print(Duration duration) {
        long millis = duration.toMillis();
        if (millis == 0) {
            return "0";
        }
        if (millis % 1000 != 0) {
            return millis + "ms";
        }
        long seconds = millis / 1000;
        if (seconds % 3600 == 0) {
            return seconds / 3600 + "h";
        }
        return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }
}

package io.schemactl.rows;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;

/** Turns the constants of conditions into values that the conditions may accept; whether a type accepts them is not asked here. */
final class Suggestions {

    private static final Pattern DATE = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)(.*)", Pattern.DOTALL);
    private static final int LONGEST = 3_000;
    private static final int EACH = 4;

    private final Hints hints;
    private final Random random;

    Suggestions(Hints hints, Random random) {
        this.hints = hints;
        this.random = random;
    }

    /** Numbers that are equal to the constants, just beside them, or between. */
    List<String> numbers() {
        Set<String> found = new LinkedHashSet<>();
        for (BigDecimal number : hints.numbers()) {
            found.add(number.toPlainString());
            found.add(number.add(BigDecimal.ONE).toPlainString());
            found.add(number.subtract(BigDecimal.ONE).toPlainString());
            found.add(number.divide(BigDecimal.valueOf(2), RoundingMode.DOWN).toPlainString());
            found.add(number.negate().toPlainString());
            found.add(number.add(BigDecimal.valueOf(1 + random.nextInt(100))).toPlainString());
        }
        if (hints.numbers().size() > 1) {
            for (int i = 0; i < EACH; i++) {
                found.add(pick().add(pick())
                        .divide(BigDecimal.valueOf(2), RoundingMode.DOWN)
                        .toPlainString());
            }
        }
        found.addAll(List.of("0", "1", "2", "-1", "0.5"));
        return List.copyOf(found);
    }

    private BigDecimal pick() {
        return hints.numbers().get(random.nextInt(hints.numbers().size()));
    }

    /** Texts that are equal to the constants, hold them, match them as patterns, or have their lengths. */
    List<String> texts() {
        Set<String> found = new LinkedHashSet<>(hints.texts());
        for (String text : hints.texts()) {
            found.add(text.toUpperCase(Locale.ROOT));
            found.add(text.toLowerCase(Locale.ROOT));
            patterns(text).forEach(maker -> {
                for (int i = 0; i < EACH; i++) {
                    found.add(maker.make(random));
                }
            });
            if (text.length() <= 12) {
                found.add(text + Scalars.letters(random, 3));
                found.add(Scalars.letters(random, 3) + text);
                found.add(Scalars.letters(random, 3) + text + Scalars.letters(random, 3));
            }
        }
        for (BigDecimal number : hints.numbers()) {
            int length = number.min(BigDecimal.valueOf(LONGEST)).intValue();
            for (int near = Math.max(0, length - 1); near <= length + 1; near++) {
                found.add(Scalars.letters(random, near));
                found.add("7".repeat(near));
            }
        }
        return List.copyOf(found);
    }

    private static List<PatternReader.Maker> patterns(String text) {
        var makers = new ArrayList<PatternReader.Maker>();
        if (text.matches("(?s).*[\\[^$*+?{|\\\\].*")) {
            PatternReader.read(text).ifPresent(makers::add);
            PatternReader.read(similar(text)).ifPresent(makers::add);
        } else if (text.matches("(?s).*[%_].*")) {
            PatternReader.read(similar(text.replaceAll("([.()])", "\\\\$1"))).ifPresent(makers::add);
        }
        return makers;
    }

    /** The regular expression for a pattern of {@code LIKE} or {@code SIMILAR TO}. */
    private static String similar(String pattern) {
        return pattern.replace("%", "[a-z]{3}").replace("_", "[a-z]");
    }

    /** Dates and times that are equal to the constants, or a little before or after them. */
    List<String> moments() {
        Set<String> found = new LinkedHashSet<>(hints.texts());
        for (String text : hints.texts()) {
            var date = DATE.matcher(text);
            if (date.matches()) {
                addNear(date.group(1), date.group(2), found);
            }
        }
        return List.copyOf(found);
    }

    /** Spans of time that are equal to the constants, and of every length. */
    List<String> spans() {
        Set<String> found = new LinkedHashSet<>(hints.texts());
        for (String unit : List.of("00:00:01", "00:01:00", "01:00:00", "1 day", "7 days", "1 mon", "1 year")) {
            found.add(unit);
        }
        return List.copyOf(found);
    }

    private void addNear(String date, String rest, Set<String> found) {
        try {
            LocalDate day = LocalDate.parse(date);
            for (int distance : new int[] {-1, 1, 1 + random.nextInt(27), -1 - random.nextInt(27), 40, 400}) {
                found.add(day.plusDays(distance) + rest);
            }
        } catch (DateTimeException e) {
            // Only a text that looks like a date: there is nothing near it.
            found.add(date + rest);
        }
    }

    /** JSON values of every kind, and objects with the constants as keys and values. */
    List<String> documents() {
        Set<String> found = new LinkedHashSet<>(List.of("{}", "[]", "1", "\"a\"", "true", "null", "[1]", "[\"a\"]"));
        List<String> values = new ArrayList<>(List.of("1", "\"a\"", "true", "[]", "{}"));
        hints.numbers().forEach(number -> values.add(number.toPlainString()));
        hints.texts().forEach(text -> values.add(string(text)));
        List<String> keys =
                hints.texts().stream().filter(text -> !text.isEmpty()).toList();
        for (String value : values) {
            found.add(value);
            found.add("[" + value + "]");
            keys.forEach(key -> found.add("{" + string(key) + ": " + value + "}"));
        }
        for (String value : values) {
            found.add("{"
                    + String.join(
                            ", ",
                            keys.stream().map(key -> string(key) + ": " + value).toList()) + "}");
        }
        for (int i = 0; i < 10 * EACH; i++) {
            List<String> members = keys.stream()
                    .filter(key -> random.nextBoolean())
                    .map(key -> string(key) + ": " + values.get(random.nextInt(values.size())))
                    .toList();
            found.add("{" + String.join(", ", members) + "}");
        }
        return List.copyOf(found);
    }

    private static String string(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ") + '"';
    }
}

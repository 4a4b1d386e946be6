package io.schemactl.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Reads a regular expression as something that makes texts which match it (section 9.7.3 of the PostgreSQL manual).
 *
 * <p>Constraints of one place on another (look-ahead, back references) are not understood.
 */
final class PatternReader {

    private static final int MOST_REPEATS = 3;
    private static final String DIGITS = "0123456789";
    private static final String SMALL = "abcdefghijklmnopqrstuvwxyz";
    private static final String PRINTED = IntStream.range(0x20, 0x7f)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();

    /** Makes a text that matches a part of a pattern. */
    @FunctionalInterface
    interface Maker {
        String make(Random random);
    }

    /** Says that a pattern holds what is not understood. */
    private static final class NotUnderstood extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final String pattern;
    private int at;

    private PatternReader(String pattern) {
        this.pattern = pattern;
    }

    /** What makes texts that match a pattern; empty if it is not understood. */
    static Optional<Maker> read(String pattern) {
        var reader = new PatternReader(pattern);
        try {
            Maker maker = reader.alternatives();
            return reader.at == pattern.length() ? Optional.of(maker) : Optional.empty();
        } catch (NotUnderstood | NumberFormatException | StringIndexOutOfBoundsException e) {
            // A text that is only taken for a pattern, or a pattern that only the server understands.
            return Optional.empty();
        }
    }

    private Maker alternatives() {
        var branches = new ArrayList<Maker>(List.of(branch()));
        while (at < pattern.length() && pattern.charAt(at) == '|') {
            at++;
            branches.add(branch());
        }
        return random -> branches.get(random.nextInt(branches.size())).make(random);
    }

    private Maker branch() {
        var parts = new ArrayList<Maker>();
        while (at < pattern.length() && "|)".indexOf(pattern.charAt(at)) < 0) {
            parts.add(repeated(atom()));
        }
        return random -> {
            var text = new StringBuilder();
            parts.forEach(part -> text.append(part.make(random)));
            return text.toString();
        };
    }

    private Maker atom() {
        char first = pattern.charAt(at++);
        return switch (first) {
            case '^', '$' -> random -> "";
            case '.' -> oneOf(SMALL);
            case '(' -> group();
            case '[' -> oneOf(bracket());
            case '\\' -> escape();
            default -> random -> String.valueOf(first);
        };
    }

    private Maker group() {
        if (pattern.startsWith("?:", at)) {
            at += 2;
        } else if (pattern.startsWith("?", at)) {
            throw new NotUnderstood();
        }
        Maker inner = alternatives();
        expect(')');
        return inner;
    }

    private Maker escape() {
        char letter = pattern.charAt(at++);
        return switch (letter) {
            case 'm', 'M', 'y', 'A', 'Z' -> random -> "";
            case 'd', 'w', 's', 'D', 'W', 'S' -> oneOf(classOf(letter));
            default -> {
                if (Character.isLetterOrDigit(letter)) {
                    throw new NotUnderstood();
                }
                yield random -> String.valueOf(letter);
            }
        };
    }

    private static String classOf(char letter) {
        return switch (letter) {
            case 'd' -> DIGITS;
            case 's' -> " ";
            case 'D', 'w', 'S' -> SMALL;
            default -> "-";
        };
    }

    private String bracket() {
        boolean negated = pattern.charAt(at) == '^';
        if (negated) {
            at++;
        }
        var members = new StringBuilder();
        do {
            member(members);
        } while (pattern.charAt(at) != ']');
        at++;
        if (!negated) {
            return members.toString();
        }
        var others = new StringBuilder();
        (SMALL + DIGITS + PRINTED)
                .chars()
                .filter(c -> members.indexOf(String.valueOf((char) c)) < 0)
                .forEach(others::appendCodePoint);
        return others.toString();
    }

    private void member(StringBuilder members) {
        if (pattern.startsWith("[:", at)) {
            int end = pattern.indexOf(":]", at);
            members.append(named(pattern.substring(at + 2, end)));
            at = end + 2;
            return;
        }
        char first = pattern.charAt(at++);
        if (first == '\\') {
            char letter = pattern.charAt(at++);
            members.append(Character.isLetter(letter) ? classOf(letter) : String.valueOf(letter));
        } else if (pattern.charAt(at) == '-' && pattern.charAt(at + 1) != ']') {
            char last = pattern.charAt(at + 1);
            IntStream.rangeClosed(first, Math.min(last, first + 100)).forEach(members::appendCodePoint);
            at += 2;
        } else {
            members.append(first);
        }
    }

    private static String named(String name) {
        return switch (name) {
            case "digit", "xdigit" -> DIGITS;
            case "upper" -> SMALL.toUpperCase(java.util.Locale.ROOT);
            case "alpha", "alnum", "lower", "word", "graph", "print" -> SMALL;
            case "space", "blank" -> " ";
            case "punct" -> ".,;-";
            default -> throw new NotUnderstood();
        };
    }

    private Maker repeated(Maker maker) {
        if (at == pattern.length()) {
            return maker;
        }
        int least = 0;
        int most = MOST_REPEATS;
        switch (pattern.charAt(at)) {
            case '*' -> at++;
            case '+' -> {
                at++;
                least = 1;
            }
            case '?' -> {
                at++;
                most = 1;
            }
            case '{' -> {
                int end = pattern.indexOf('}', at);
                String[] bounds = pattern.substring(at + 1, end).split(",", -1);
                at = end + 1;
                least = Integer.parseInt(bounds[0].strip());
                most = bounds.length == 1 || bounds[1].isBlank() ? least : Integer.parseInt(bounds[1].strip());
            }
            default -> {
                return maker;
            }
        }
        if (at < pattern.length() && pattern.charAt(at) == '?') {
            at++;
        }
        return times(maker, least, Math.max(least, Math.min(most, least + 20)));
    }

    private static Maker times(Maker maker, int least, int most) {
        return random -> {
            var text = new StringBuilder();
            int count = least + random.nextInt(most - least + 1);
            for (int i = 0; i < count; i++) {
                text.append(maker.make(random));
            }
            return text.toString();
        };
    }

    private static Maker oneOf(String letters) {
        if (letters.isEmpty()) {
            throw new NotUnderstood();
        }
        return random -> String.valueOf(letters.charAt(random.nextInt(letters.length())));
    }

    private void expect(char letter) {
        if (pattern.charAt(at) != letter) {
            throw new NotUnderstood();
        }
        at++;
    }
}

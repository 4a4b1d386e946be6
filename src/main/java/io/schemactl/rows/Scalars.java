package io.schemactl.rows;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Draws values of the types that came with PostgreSQL and are not made of others, as texts that the types read. */
final class Scalars {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    /** The modifiers of types with a length or precision count the header of a value. */
    private static final int HEADER = 4;

    /** Draws a value of a type that a modifier narrows; -1 is no modifier. */
    @FunctionalInterface
    interface Draw {
        String draw(Random random, int modifier);
    }

    private static final Map<String, Draw> DRAWS = Map.ofEntries(
            Map.entry("bool", (random, modifier) -> random.nextBoolean() ? "true" : "false"),
            Map.entry("int2", (random, modifier) -> number(random, 30_000)),
            Map.entry("int4", (random, modifier) -> number(random, 1_000_000)),
            Map.entry("int8", (random, modifier) -> number(random, 1_000_000_000)),
            Map.entry("float4", (random, modifier) -> decimal(random, 1_000)),
            Map.entry("float8", (random, modifier) -> decimal(random, 100_000)),
            Map.entry("numeric", Scalars::numeric),
            Map.entry("money", (random, modifier) -> decimal(random, 10_000)),
            Map.entry("text", (random, modifier) -> Words.draw(random)),
            Map.entry("varchar", (random, modifier) -> Words.draw(random, lengthOf(modifier))),
            Map.entry("bpchar", (random, modifier) -> Words.draw(random, lengthOf(modifier))),
            Map.entry("name", (random, modifier) -> letters(random, 8)),
            Map.entry("char", (random, modifier) -> letters(random, 1)),
            Map.entry("bytea", (random, modifier) -> "\\x" + hexadecimal(random, 8)),
            Map.entry("bit", (random, modifier) -> bits(random, Math.max(1, modifier))),
            Map.entry("varbit", (random, modifier) -> bits(random, modifier < 1 ? 8 : 1 + random.nextInt(modifier))),
            Map.entry("uuid", (random, modifier) -> uuid(random)),
            Map.entry("json", (random, modifier) -> json(random)),
            Map.entry("jsonb", (random, modifier) -> json(random)),
            Map.entry("jsonpath", (random, modifier) -> "$." + letters(random, 5)),
            Map.entry("xml", (random, modifier) -> "<row>" + letters(random, 6) + "</row>"),
            Map.entry(
                    "tsvector", (random, modifier) -> "'" + letters(random, 5) + "':1 '" + letters(random, 6) + "':2"),
            Map.entry("tsquery", (random, modifier) -> "'" + letters(random, 5) + "' & '" + letters(random, 6) + "'"),
            Map.entry("refcursor", (random, modifier) -> letters(random, 6)));

    private Scalars() {}

    /** How values of a type are drawn; empty if the type is not known here. */
    static Optional<Draw> find(String name) {
        return Optional.ofNullable(DRAWS.get(name)).or(() -> Moments.find(name)).or(() -> Rarities.find(name));
    }

    /** The length that a modifier demands; 0 for any. */
    static int lengthOf(int modifier) {
        return Math.max(0, modifier - HEADER);
    }

    static String letters(Random random, int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    static String number(Random random, int limit) {
        // Mostly small ones: people compare and limit numbers that they can imagine.
        return Integer.toString(1 + random.nextInt(random.nextBoolean() ? Math.min(limit, 1_000) : limit));
    }

    static String hexadecimal(Random random, int digits) {
        return String.format(Locale.ROOT, "%016x", random.nextLong()).substring(0, digits);
    }

    private static String decimal(Random random, int limit) {
        return "%d.%02d".formatted(random.nextInt(limit), random.nextInt(100));
    }

    /** Precision and scale are in the modifier; the scale has 11 bits and can be negative. */
    private static String numeric(Random random, int modifier) {
        if (modifier < HEADER) {
            return decimal(random, 10_000);
        }
        int precision = ((modifier - HEADER) >> 16) & 0xffff;
        int scale = (((modifier - HEADER) & 0x7ff) ^ 1024) - 1024;
        int digits = 1 + random.nextInt(Math.min(precision, 8));
        int unscaled = 1 + random.nextInt((int) Math.pow(10, digits) - 1);
        return new BigDecimal(java.math.BigInteger.valueOf(unscaled), scale).toPlainString();
    }

    private static String bits(Random random, int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(random.nextBoolean() ? '1' : '0');
        }
        return text.toString();
    }

    private static String uuid(Random random) {
        String digits = hexadecimal(random, 16) + hexadecimal(random, 16);
        return "%s-%s-4%s-8%s-%s"
                .formatted(
                        digits.substring(0, 8),
                        digits.substring(8, 12),
                        digits.substring(13, 16),
                        digits.substring(17, 20),
                        digits.substring(20));
    }

    private static String json(Random random) {
        return "{\"%s\": %d}".formatted(letters(random, 4), random.nextInt(1_000));
    }
}

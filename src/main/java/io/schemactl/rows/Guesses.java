package io.schemactl.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Texts that a type which came with an extension, or that someone made, may read. */
final class Guesses {

    private static final Map<String, List<String>> KNOWN = Map.ofEntries(
            Map.entry("hstore", List.of("\"a\"=>\"1\"", "\"b\"=>\"2\", \"c\"=>NULL")),
            Map.entry("ltree", List.of("top", "top.science", "top.science.astronomy", "top.hobbies")),
            Map.entry("lquery", List.of("top.*", "*.science")),
            Map.entry("ltxtquery", List.of("science & top")),
            Map.entry("cube", List.of("(1, 2, 3)", "(4, 5, 6)", "(7, 8, 9),(10, 11, 12)")),
            Map.entry("seg", List.of("1 .. 2", "5", "7 .. 9")),
            Map.entry("isbn", List.of("978-0-393-04002-9", "0-306-40615-2")),
            Map.entry("isbn13", List.of("978-0-393-04002-9")),
            Map.entry("issn", List.of("1436-4522")),
            Map.entry("ean13", List.of("978-0-393-04002-9", "4006381333931")),
            Map.entry("upc", List.of("036000291452")),
            Map.entry("geometry", List.of("POINT(1 2)", "LINESTRING(0 0,1 1)", "POLYGON((0 0,0 1,1 1,0 0))")),
            Map.entry("geography", List.of("POINT(1 2)", "LINESTRING(0 0,1 1)", "POLYGON((0 0,0 1,1 1,0 0))")),
            Map.entry("earth", List.of("(6378168, 0, 0)")));

    private static final List<String> GENERAL = List.of(
            "1",
            "a",
            "(1,2)",
            "[1,2,3]",
            "{}",
            "{1}",
            "{\"a\": 1}",
            "0.5",
            "t",
            "2020-01-01",
            "10.0.0.1",
            "00:01",
            "\\x00",
            "");

    private static final int USUAL_DIMENSIONS = 3;

    private Guesses() {}

    static List<String> of(String type, int modifier, Random random) {
        var guesses = new ArrayList<>(KNOWN.getOrDefault(type, List.of()));
        if (guesses.isEmpty()) {
            for (int i = 0; i < 6; i++) {
                guesses.add(vector(modifier, random));
            }
        }
        if (type.equals("sparsevec")) {
            guesses.add("{1:1,2:0.5}/" + dimensions(modifier));
        }
        if (guesses.size() < 8) {
            for (int i = 0; i < 6; i++) {
                guesses.add(Words.draw(random));
                guesses.add(Scalars.number(random, 1_000));
            }
        }
        guesses.addAll(GENERAL);
        return guesses;
    }

    private static int dimensions(int modifier) {
        return modifier > 0 ? modifier : USUAL_DIMENSIONS;
    }

    private static String vector(int modifier, Random random) {
        return IntStream.range(0, Math.min(dimensions(modifier), 20_000))
                .mapToObj(i -> "0." + random.nextInt(100))
                .collect(Collectors.joining(",", "[", "]"));
    }
}

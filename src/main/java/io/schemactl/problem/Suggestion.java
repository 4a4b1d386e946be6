package io.schemactl.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what a person probably meant to type. */
public final class Suggestion {

    private Suggestion() {}

    /** The known word nearest to a word, if one is near enough to be meant. */
    public static Optional<String> nearest(String word, Collection<String> known) {
        int limit = Math.max(1, (word.length() + 1) / 3);
        return known.stream()
                .filter(candidate -> distance(fold(word), fold(candidate)) <= limit)
                .min(Comparator.comparingInt((String candidate) -> distance(fold(word), fold(candidate)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** {@code ; did you mean `x`?}, or nothing if no known word is near. */
    public static String hint(String word, Collection<String> known) {
        return nearest(word, known).map("; did you mean `%s`?"::formatted).orElse("");
    }

    private static String fold(String word) {
        return word.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }

    /** Edits (insert, delete, replace, swap of neighbours) that turn one word into the other. */
    private static int distance(String from, String to) {
        int[][] edits = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : step(edits, from, to, i, j);
            }
        }
        return edits[from.length()][to.length()];
    }

    private static int step(int[][] edits, String from, String to, int i, int j) {
        int cost = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        int best = Math.min(Math.min(edits[i - 1][j], edits[i][j - 1]) + 1, edits[i - 1][j - 1] + cost);
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(best, edits[i - 2][j - 2] + 1) : best;
    }
}

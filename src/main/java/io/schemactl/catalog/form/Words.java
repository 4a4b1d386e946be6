package io.schemactl.catalog.form;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The constants of an enum as people write them: in lower case, with spaces.
 *
 * @param byConstant the words by the constants
 * @param byWord the constants by the words
 */
record Words(Map<Object, String> byConstant, Map<String, Object> byWord) {

    private static final Map<Class<?>, Words> KNOWN = new ConcurrentHashMap<>();

    static Words of(Class<?> constants) {
        return KNOWN.computeIfAbsent(constants, Words::find);
    }

    private static Words find(Class<?> constants) {
        Map<Object, String> byConstant = Stream.of(constants.getEnumConstants())
                .collect(Collectors.toMap(constant -> constant, constant -> word((Enum<?>) constant)));
        var byWord = new TreeMap<String, Object>();
        byConstant.forEach((constant, word) -> byWord.put(word, constant));
        return new Words(Map.copyOf(byConstant), byWord);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The word of a constant. */
    static String of(Enum<?> constant) {
        return Objects.requireNonNull(
                of(constant.getDeclaringClass()).byConstant().get(constant));
    }

    /** All words, in the order of the constants. */
    static List<String> all(Class<?> constants) {
        return Stream.of(constants.getEnumConstants())
                .map(constant -> word((Enum<?>) constant))
                .toList();
    }
}

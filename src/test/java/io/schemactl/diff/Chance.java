package io.schemactl.diff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Chooses at random, always the same with the same seed. */
final class Chance {

    private final Random random;
    private int names;

    Chance(long seed) {
        this.random = new Random(seed);
    }

    /** A number below a limit. */
    int below(int limit) {
        return random.nextInt(limit);
    }

    /** Yes, once in so many times. */
    boolean once(int times) {
        return random.nextInt(times) == 0;
    }

    /** A name that was not there before. */
    String name(String prefix) {
        names++;
        return prefix + "_" + names;
    }

    <T> T choice(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    <T> List<T> shuffled(List<T> list) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }

    <T> List<T> some(int most, Supplier<T> maker) {
        return Stream.generate(maker).limit(random.nextInt(most + 1)).toList();
    }

    static <T> List<T> appended(List<T> list, T element) {
        return Stream.concat(list.stream(), Stream.of(element)).toList();
    }

    <T> List<T> without(List<T> list) {
        T gone = list.isEmpty() ? null : choice(list);
        return list.stream().filter(element -> element != gone).toList();
    }

    <T> List<T> replaced(List<T> list, UnaryOperator<T> change) {
        T old = list.isEmpty() ? null : choice(list);
        return list.stream()
                .map(element -> element == old ? change.apply(element) : element)
                .toList();
    }

    <T> List<T> changed(List<T> list, Supplier<T> maker) {
        return !list.isEmpty() && random.nextBoolean() ? without(list) : appended(list, maker.get());
    }
}

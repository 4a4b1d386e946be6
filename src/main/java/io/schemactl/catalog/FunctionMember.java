package io.schemactl.catalog;

import java.util.Comparator;

/**
 * A support function in an operator class or family.
 *
 * @param number what the access method uses it for
 * @param left the left type that it supports
 * @param right the right type that it supports
 * @param function the function, with its argument types
 */
public record FunctionMember(int number, String left, String right, String function)
        implements Comparable<FunctionMember> {

    private static final Comparator<FunctionMember> ORDER = Comparator.comparingInt(FunctionMember::number)
            .thenComparing(FunctionMember::left)
            .thenComparing(FunctionMember::right)
            .thenComparing(FunctionMember::function);

    @Override
    public int compareTo(FunctionMember other) {
        return ORDER.compare(this, other);
    }
}

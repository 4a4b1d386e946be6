package io.schemactl.catalog;

import io.schemactl.sql.QualifiedName;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * An operator in an operator class or family.
 *
 * @param strategy what the access method uses it for
 * @param left the type of its left operand
 * @param right the type of its right operand
 * @param operator its name
 * @param sortFamily the B-tree operator family that orders its results, of operators for ordering; null for searching
 */
public record OperatorMember(
        int strategy,
        String left,
        String right,
        QualifiedName operator,
        @Nullable QualifiedName sortFamily) implements Comparable<OperatorMember> {

    /** By what may occur only once, and then by the rest. */
    private static final Comparator<OperatorMember> ORDER = Comparator.comparingInt(OperatorMember::strategy)
            .thenComparing(OperatorMember::left)
            .thenComparing(OperatorMember::right)
            .thenComparing(OperatorMember::operator)
            .thenComparing(OperatorMember::sortFamily, Comparator.nullsFirst(Comparator.naturalOrder()));

    @Override
    public int compareTo(OperatorMember other) {
        return ORDER.compare(this, other);
    }
}

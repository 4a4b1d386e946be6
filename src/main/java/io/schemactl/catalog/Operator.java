package io.schemactl.catalog;

import io.schemactl.sql.QualifiedName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An operator.
 *
 * @param name its name
 * @param left the type of its left operand; null for prefix operators
 * @param right the type of its right operand
 * @param function the function that computes it, by name; null while it is only announced by another operator
 * @param commutator the operator that gives the same with the operands exchanged
 * @param negator the operator that gives the opposite
 * @param restrict the function that estimates how many rows it selects
 * @param join the function that estimates how many rows it joins
 * @param hashes whether it can be used in a hash join
 * @param merges whether it can be used in a merge join
 * @param attributes its owner, comment and labels
 */
public record Operator(
        QualifiedName name,
        @Nullable String left,
        String right,
        @Nullable String function,
        @Nullable QualifiedName commutator,
        @Nullable QualifiedName negator,
        @Nullable String restrict,
        @Nullable String join,
        boolean hashes,
        boolean merges,
        Attributes attributes)
        implements CatalogObject {

    @Override
    public ObjectKey key() {
        return key(name, left, right);
    }

    @Override
    public Operator with(Attributes changed) {
        return new Operator(name, left, right, function, commutator, negator, restrict, join, hashes, merges, changed);
    }

    /** The key of its commutator, if it has one: an operator with the operands exchanged. */
    public Optional<ObjectKey> commutatorKey() {
        return commutator == null
                ? Optional.empty()
                : Optional.of(key(commutator, /* left= */ right, /* right= */ left));
    }

    /** The key of its negator, if it has one. */
    public Optional<ObjectKey> negatorKey() {
        return negator == null ? Optional.empty() : Optional.of(key(negator, left, right));
    }

    private static ObjectKey key(QualifiedName name, @Nullable String left, @Nullable String right) {
        String arguments = (left == null ? "NONE" : left) + ", " + (right == null ? "NONE" : right);
        return new ObjectKey(Kind.OPERATOR, name.schema(), null, name.name(), arguments);
    }
}

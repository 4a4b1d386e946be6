package io.schemactl.catalog;

import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * A sequence, without its current value.
 *
 * @param name its name
 * @param persistence whether it is logged
 * @param type {@code smallint}, {@code integer} or {@code bigint}
 * @param start its first value
 * @param increment the distance between two values
 * @param minimum its smallest value
 * @param maximum its largest value
 * @param cache how many values a session takes at once
 * @param cycle whether it begins again at its end
 * @param owner the column that it belongs to
 * @param attributes its owner, grants, comment and labels
 */
public record Sequence(
        QualifiedName name,
        Persistence persistence,
        String type,
        long start,
        long increment,
        long minimum,
        long maximum,
        long cache,
        boolean cycle,
        @Nullable Owner owner,
        Attributes attributes)
        implements CatalogObject {

    @Override
    public ObjectKey key() {
        return ObjectKey.of(Kind.SEQUENCE, name);
    }

    @Override
    public Sequence with(Attributes changed) {
        return new Sequence(name, persistence, type, start, increment, minimum, maximum, cache, cycle, owner, changed);
    }

    /**
     * The column that a sequence belongs to.
     *
     * @param relation the table
     * @param column the column
     * @param identity whether the sequence is the inside of an identity column
     */
    public record Owner(QualifiedName relation, Identifier column, boolean identity) {}
}

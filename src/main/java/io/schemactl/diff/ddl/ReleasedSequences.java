package io.schemactl.diff.ddl;

import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.Sequence;
import java.util.Objects;

/** Sequences that outlive the column that they belong to, and so must leave it before it goes. */
public final class ReleasedSequences {

    private ReleasedSequences() {}

    /** Whether an object is one of them. */
    public static boolean contains(CatalogObject object, Context context) {
        return object instanceof Sequence sequence
                && sequence.owner() != null
                && !SequenceDdl.isIdentity(sequence)
                && context.stays(sequence.key())
                && context.to()
                        .find(Sequence.class, sequence.key())
                        .filter(to -> !SequenceDdl.isIdentity(to) && !Objects.equals(sequence.owner(), to.owner()))
                        .isPresent();
    }
}

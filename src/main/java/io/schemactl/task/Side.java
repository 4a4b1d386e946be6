package io.schemactl.task;

import io.schemactl.catalog.Reading;
import java.util.List;

/**
 * A side of a comparison, read.
 *
 * @param about what reports say of it
 * @param reading what it contains
 * @param unseen what it contains beside that, which schemactl does not know
 */
record Side(SideReport about, Reading reading, List<String> unseen) {

    /** Copies the list. */
    Side {
        unseen = List.copyOf(unseen);
    }
}

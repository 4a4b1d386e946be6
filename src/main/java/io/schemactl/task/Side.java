package io.schemactl.task;

import io.schemactl.catalog.Reading;

/**
 * A side of a comparison, read.
 *
 * @param about what reports say of it
 * @param reading what it contains
 */
public record Side(SideReport about, Reading reading) {

    /** The side without what does not count. */
    Side only(CatalogFilter filter) {
        var counting = new Reading(
                filter.apply(reading.catalog()), reading.dependencies(), reading.unseen(), reading.majorVersion());
        return new Side(about.withObjects(counting.catalog().objects().size()), counting);
    }
}

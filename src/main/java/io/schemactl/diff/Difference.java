package io.schemactl.diff;

import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.ObjectKey;
import java.util.List;

/** What distinguishes two catalogs in one object. */
public sealed interface Difference {

    /** The object's key: the new one, unless it is gone. */
    ObjectKey key();

    /**
     * An object that only the second catalog has.
     *
     * @param object the object
     */
    record Added(CatalogObject object) implements Difference {
        @Override
        public ObjectKey key() {
            return object.key();
        }
    }

    /**
     * An object that only the first catalog has.
     *
     * @param object the object
     */
    record Removed(CatalogObject object) implements Difference {
        @Override
        public ObjectKey key() {
            return object.key();
        }
    }

    /**
     * An object that both have, differently.
     *
     * @param from what it is in the first
     * @param to what it is in the second
     * @param changes its properties that differ, in their order
     */
    record Changed(CatalogObject from, CatalogObject to, List<PropertyChange> changes) implements Difference {
        /** Copies the changes. */
        public Changed {
            changes = List.copyOf(changes);
        }

        @Override
        public ObjectKey key() {
            return to.key();
        }
    }

    /**
     * An object that both have under different names.
     *
     * @param from what it is in the first
     * @param to what it is in the second
     * @param changes its other properties that differ, in their order
     */
    record Renamed(CatalogObject from, CatalogObject to, List<PropertyChange> changes) implements Difference {
        /** Copies the changes. */
        public Renamed {
            changes = List.copyOf(changes);
        }

        @Override
        public ObjectKey key() {
            return to.key();
        }
    }
}

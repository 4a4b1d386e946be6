package io.schemactl.task;

import java.util.Locale;
import java.util.Set;

/**
 * What to compare.
 *
 * @param from the side that a migration would begin at
 * @param to the side that a migration would end at
 * @param filter which objects count
 * @param ignored which of their properties do not count
 */
public record DiffRequest(SideSpec from, SideSpec to, CatalogFilter filter, Set<Ignored> ignored) {

    /** Copies the set. */
    public DiffRequest {
        ignored = Set.copyOf(ignored);
    }

    /** Properties that every kind of object has, and that somebody may not care for. */
    public enum Ignored {
        /** Who owns an object. */
        OWNER("owner"),
        /** Who may do what with it. */
        GRANTS("grants"),
        /** What is said about it. */
        COMMENTS("comment"),
        /** Its security labels. */
        LABELS("security-labels");

        private final String property;

        Ignored(String property) {
            this.property = property;
        }

        /** What the property is called in the canonical form of objects. */
        String property() {
            return property;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

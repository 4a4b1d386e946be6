package io.schemactl.rows;

import java.util.List;
import java.util.Locale;

/**
 * A type of the database, with what is needed to make values of it.
 *
 * @param id its object identifier
 * @param schema its schema
 * @param name its name there
 * @param category the category that PostgreSQL counts it in, such as {@code N} for numbers
 * @param form what it is made of
 * @param part the elements' type of an array, the type below a domain, the bounds' type of a range, the range of a multirange
 * @param notNull whether a domain refuses NULL
 * @param details labels, attributes and checks
 */
record Type(long id, String schema, String name, char category, Form form, Use part, boolean notNull, Details details) {

    /** What a type is made of. */
    enum Form {
        BASE,
        ARRAY,
        DOMAIN,
        ENUM,
        COMPOSITE,
        RANGE,
        MULTIRANGE;

        static Form of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * A type with the modifier that a column gives it.
     *
     * @param type the type's object identifier; 0 for none
     * @param modifier the modifier, such as a length, in the server's encoding; -1 for none
     */
    record Use(long type, int modifier) {}

    /**
     * What types of some forms have.
     *
     * @param labels an enum's labels, in their order
     * @param attributes a composite type's attributes, in their order
     * @param checks a domain's checks, as PostgreSQL prints them
     */
    record Details(List<String> labels, List<Use> attributes, List<String> checks) {
        /** Copies the lists. */
        Details {
            labels = List.copyOf(labels);
            attributes = List.copyOf(attributes);
            checks = List.copyOf(checks);
        }
    }

    /** Whether it came with PostgreSQL. */
    boolean isBuiltIn() {
        return schema.equals("pg_catalog");
    }
}

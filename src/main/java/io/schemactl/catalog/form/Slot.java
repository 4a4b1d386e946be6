package io.schemactl.catalog.form;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A property in the form of a record.
 *
 * @param component the record's component, in kebab case
 * @param name its name
 * @param content what it holds
 * @param shape the shape of the records that it holds
 * @param constants the enum whose constants it holds
 * @param standard the value that it has if it is left out
 */
record Slot(
        String component,
        String name,
        Content content,
        @Nullable Shape shape,
        @Nullable Class<?> constants,
        JsonNode standard) {

    /** What a property holds. */
    enum Content {
        /** One text, number or boolean. */
        VALUE,
        /** One record, or none. */
        RECORD,
        /** A list of records. */
        RECORDS,
        /** A list of texts or numbers. */
        VALUES,
        /** A set of texts or numbers; their order has no meaning. */
        SET,
        /** Values by names. */
        MAP,
        /** Options. */
        OPTIONS,
        /** Privileges by grantees. */
        GRANTS
    }
}

package io.schemactl.catalog.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A property in the form of a record.
 *
 * @param name its name
 * @param content what it holds
 * @param type the type of what it holds, or of each item
 * @param optional whether it may be nothing
 * @param standard the value that it has if it is left out
 * @param reader finds the value in a record
 */
record Slot(
        String name,
        Content content,
        Class<?> type,
        boolean optional,
        JsonNode standard,
        Function<Object, @Nullable Object> reader) {

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
        /** Options. */
        OPTIONS,
        /** Privileges by grantees. */
        GRANTS
    }

    /** The value in a record. */
    @Nullable
    Object of(Object record) {
        return reader.apply(record);
    }

    /** The shape of the records that it holds. */
    Shape shape() {
        return Shape.of(type);
    }

    boolean isNumber() {
        return type == long.class || type == int.class || type == double.class || type == Integer.class;
    }

    boolean isFlag() {
        return type == boolean.class;
    }
}

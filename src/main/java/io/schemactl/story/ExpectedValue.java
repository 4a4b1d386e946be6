package io.schemactl.story;

/**
 * A value that a query should return.
 *
 * @param form what the file says it is
 * @param text as it is written there; of {@link Form#JSON}, a JSON text
 */
public record ExpectedValue(Form form, String text) {

    /** What a value in YAML is. */
    public enum Form {
        /** Nothing. */
        NULL,
        /** A yes. */
        TRUE,
        /** A no. */
        FALSE,
        /** A number without quotes. */
        NUMBER,
        /** A text, or anything that is none of the others. */
        TEXT,
        /** A list or a mapping. */
        JSON
    }
}

package io.schemactl.prove;

import java.util.Locale;

/** How good a story's rollback is. */
public enum Grade {
    /** After it, schema and rows are what they were before the story, and nothing is lost. */
    EXACT,
    /** The same, but what the story's own tables and columns held is lost, or what it changed in rows does not come back. */
    LOSES_DATA,
    /** Something is left, missing or different in the schema or in rows that the story had not touched. */
    NOT_EXACT,
    /** It cannot be rolled back. */
    IMPOSSIBLE,
    /** The story itself could not be applied, so its rollback was not tried. */
    NOT_TRIED;

    /** The grade as JSON has it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a story may go to production with such a rollback. */
    public boolean isGood() {
        return this == EXACT || this == LOSES_DATA;
    }
}

package io.schemactl.engine;

/**
 * What Liquibase knows a change set by.
 *
 * @param id the id attribute
 * @param author the author attribute
 * @param file the path as the history records it
 */
public record ChangeSetId(String id, String author, String file) {

    /** The form that Liquibase's messages use. */
    @Override
    public String toString() {
        return file + "::" + id + "::" + author;
    }
}

package io.schemactl.diff.story;

import io.schemactl.diff.plan.Migration;
import java.util.List;

/**
 * Writes stories as plain Liquibase changelogs.
 *
 * @param name the story's name, with which the ids of its change sets begin
 * @param author the author of its change sets
 */
public record StoryText(String name, String author) {

    /**
     * The changelog of a migration: its change sets apply it, and taking all of them back is the other migration.
     *
     * @param forward what the story does
     * @param backward what takes it back
     * @throws io.schemactl.diff.ddl.Unmigratable if a changelog cannot say it
     */
    public String changelog(Migration forward, Migration backward) {
        return changelog(
                "Written from a difference between two schemas. Review it before it is applied.",
                ChangeSets.of(forward, backward));
    }

    /**
     * The changelog of change sets.
     *
     * @param head what stands above them
     * @throws io.schemactl.diff.ddl.Unmigratable if a changelog cannot say it
     */
    public String changelog(String head, List<ChangeSet> changeSets) {
        var text = new ChangelogText();
        text.line(0, "# " + head);
        if (changeSets.isEmpty()) {
            text.line(0, "databaseChangeLog: []");
            return text.toString();
        }
        text.line(0, "databaseChangeLog:");
        for (int i = 0; i < changeSets.size(); i++) {
            text.changeSet(changeSets.size() == 1 ? name : name + "-" + (i + 1), author, changeSets.get(i));
        }
        return text.toString();
    }

    /** A changelog with one change set that waits for its content. */
    public String emptyChangelog() {
        var text = new ChangelogText();
        text.line(0, "databaseChangeLog:");
        text.line(1, "- changeSet:");
        text.line(3, "id: " + io.schemactl.catalog.form.YamlScalar.of(name));
        text.line(3, "author: " + io.schemactl.catalog.form.YamlScalar.of(author));
        text.line(3, "changes:");
        text.line(4, "# Replace `empty` by what the story does, such as:");
        text.line(4, "# - addColumn:");
        text.line(4, "#     tableName: customers");
        text.line(4, "#     columns:");
        text.line(4, "#       - column: { name: tags, type: jsonb }");
        text.line(4, "- empty: {}");
        text.line(3, "rollback:");
        text.line(4, "# Replace `empty` by what takes it back, such as:");
        text.line(4, "# - dropColumn: { tableName: customers, columnName: tags }");
        text.line(4, "- empty: {}");
        return text.toString();
    }
}

package io.schemactl.task;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What reports say of a side of a comparison.
 *
 * @param kind what it is
 * @param name a target's name, or what the user wrote; without a password
 * @param database the database's address, of one that was there; without a password
 * @param file the root changelog, snapshot, or file or folder of SQL
 * @param story the story up to which a changelog was replayed; null for all
 * @param serverVersion the version of the server that holds it or on which it was made, such as {@code 17.8}
 * @param objects how many objects it has
 * @param unseen what it has beside those, which schemactl does not know
 */
public record SideReport(
        Kind kind,
        String name,
        @Nullable String database,
        @Nullable Path file,
        @Nullable String story,
        String serverVersion,
        int objects,
        List<String> unseen) {

    /** Copies the list. */
    public SideReport {
        unseen = List.copyOf(unseen);
    }

    /** The same side, of which some objects do not count. */
    SideReport withObjects(int counting) {
        return new SideReport(kind, name, database, file, story, serverVersion, counting, unseen);
    }

    /** What a side can be. */
    public enum Kind {
        /** A database as it is. */
        DATABASE,
        /** What a changelog says. */
        CHANGELOG,
        /** What a snapshot file says. */
        SNAPSHOT,
        /** What SQL says. */
        SQL
    }
}

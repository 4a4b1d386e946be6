package io.schemactl.catalog;

import java.util.List;
import java.util.TreeMap;

/**
 * All that a plan must know about a database.
 *
 * @param catalog what it contains
 * @param dependencies what of that needs what
 * @param unseen what it contains besides, sorted; nothing is known of that but its name
 * @param majorVersion the server's PostgreSQL major version
 */
public record Reading(Catalog catalog, Dependencies dependencies, List<Unseen> unseen, int majorVersion) {

    /** Sorts what was not seen. */
    public Reading {
        unseen = unseen.stream().sorted().toList();
    }

    /** The same reading, in which nothing is said of the database itself. */
    public Reading withoutDatabase() {
        var objects = new TreeMap<>(catalog.objects());
        return objects.remove(Database.plain().key()) == null
                ? this
                : new Reading(new Catalog(objects, catalog.owner()), dependencies, unseen, majorVersion);
    }

    /** The same reading; where it says nothing of its database and another does, with a database that is as it was made. */
    public Reading withDatabaseOf(Reading other) {
        return new Reading(catalog.withDatabaseOf(other.catalog), dependencies, unseen, majorVersion);
    }
}

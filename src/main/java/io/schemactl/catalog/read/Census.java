package io.schemactl.catalog.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/**
 * What a database has nothing of, so that it need not be asked for: most databases have tables and views, but no operators. To plan a
 * query that finds nothing takes the server as long as another.
 *
 * @param empty the files of the queries that would find nothing
 * @param relations how many relations there are
 */
record Census(Set<String> empty, long relations) {

    static final Query<String> QUERY = Query.of("census", row -> row.text("file"));

    /** Reads the rows of {@code census.sql}. */
    static Census of(ResultSet rows) throws SQLException {
        var empty = new HashSet<String>();
        long relations = 0;
        while (rows.next()) {
            relations = rows.getLong("relations");
            if (rows.getBoolean("nothing")) {
                empty.add(rows.getString("file"));
            }
        }
        return new Census(empty, relations);
    }

    /** Whether a query may find something. */
    boolean holds(Query<?> query) {
        return !empty.contains(query.file());
    }
}

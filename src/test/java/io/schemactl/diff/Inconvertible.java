package io.schemactl.diff;

import io.schemactl.catalog.Column;
import io.schemactl.catalog.Reading;
import io.schemactl.catalog.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds the columns whose new type has no cast from the old one, as PostgreSQL itself says. */
final class Inconvertible {

    private static final Set<String> STRINGS = Set.of("text", "character varying", "character");

    private Inconvertible() {}

    /** Words of the refusals that a migration may meet with. */
    static List<String> refusals(FiveSteps.Ends ends, CaseDatabase database) throws SQLException {
        var refusals = new ArrayList<String>();
        for (Change change : changes(ends)) {
            if (!isString(change.from()) && !isString(change.to()) && !hasCast(database, change)) {
                refusals.add("no %s value can become %s %s"
                        .formatted(change.from(), change.to().matches("[aeio].*") ? "an" : "a", change.to()));
            }
        }
        return refusals;
    }

    /** Columns that keep their name, in tables that may have got another; keys, which all tables call the same, keep their types. */
    private static List<Change> changes(FiveSteps.Ends ends) {
        var changes = new ArrayList<Change>();
        for (Column column : columns(ends.from())) {
            for (Column other : columns(ends.to())) {
                boolean key = column.name().name().equals("id");
                if (!key && column.name().equals(other.name()) && !column.type().equals(other.type())) {
                    changes.add(new Change(column.type(), other.type()));
                }
            }
        }
        return changes;
    }

    private static List<Column> columns(Reading reading) {
        return reading.catalog()
                .all(Table.class)
                .flatMap(table -> table.columns().stream())
                .toList();
    }

    private static boolean isString(String type) {
        return STRINGS.contains(type.replaceAll("\\(.*", ""));
    }

    /** A domain has the casts of its base type; arrays have those of their elements; a type that is gone by now has none. */
    private static boolean hasCast(CaseDatabase database, Change change) throws SQLException {
        String query = """
                WITH RECURSIVE plain (side, oid) AS (
                    VALUES ('from', to_regtype('%s')::oid), ('to', to_regtype('%s')::oid)
                    UNION ALL
                    SELECT p.side, CASE t.typtype WHEN 'd' THEN t.typbasetype ELSE t.typelem END
                    FROM plain p JOIN pg_type t ON t.oid = p.oid
                    WHERE t.typtype = 'd' OR t.typcategory = 'A'
                )
                SELECT EXISTS (SELECT FROM plain f JOIN plain t ON t.side = 'to' AND f.side = 'from'
                               WHERE f.oid = t.oid
                                  OR EXISTS (SELECT FROM pg_cast WHERE castsource = f.oid AND casttarget = t.oid))
                """.formatted(change.from(), change.to());
        return database.query(query).equals(List.of("t"));
    }

    private record Change(String from, String to) {}
}

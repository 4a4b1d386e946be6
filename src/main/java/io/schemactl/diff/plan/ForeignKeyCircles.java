package io.schemactl.diff.plan;

import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.ForeignKey;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.diff.ddl.Context;
import io.schemactl.sql.QualifiedName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** Finds the foreign keys by which tables refer to each other in a circle, so that none of the tables can be dropped first. */
final class ForeignKeyCircles {

    private ForeignKeyCircles() {}

    /** Whether an object is a foreign key in a circle of tables that all go. */
    static boolean isIn(Context context, CatalogObject object) {
        return object instanceof ForeignKey key
                && !key.standing().inherited()
                && !key.referenced().equals(key.relation())
                && reaches(context, key.referenced(), key.relation());
    }

    private static boolean reaches(Context context, QualifiedName start, QualifiedName end) {
        Set<QualifiedName> seen = new HashSet<>();
        Deque<QualifiedName> open = new ArrayDeque<>();
        open.add(start);
        while (!open.isEmpty()) {
            QualifiedName table = open.remove();
            if (table.equals(end)) {
                return true;
            }
            if (seen.add(table) && !context.stays(ObjectKey.of(Kind.TABLE, table))) {
                context.from()
                        .partsOf(table, Kind.CONSTRAINT, ForeignKey.class)
                        .map(ForeignKey::referenced)
                        .forEach(open::add);
            }
        }
        return false;
    }
}

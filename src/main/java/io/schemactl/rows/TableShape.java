package io.schemactl.rows;

import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What rows of a table, or of one of its partitions, must be.
 *
 * @param table the table that rows are inserted into
 * @param holder the table that will hold them: the table itself or a partition
 * @param groups its columns, parted by what they depend on
 * @param generated the expressions of its generated columns
 */
record TableShape(QualifiedName table, QualifiedName holder, List<Group> groups, Map<Identifier, String> generated) {
    /** Copies the groups, keeps the order of the generated columns. */
    TableShape {
        groups = List.copyOf(groups);
        generated = Collections.unmodifiableMap(new LinkedHashMap<>(generated));
    }
}

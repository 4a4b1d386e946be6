package io.schemactl.catalog.read;

import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Options;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeMap;

/** Rows of {@code aggregates.sql}. */
record AggregateRows(ObjectKey key, Options properties) {

    static final Query<AggregateRows> QUERY = Query.of("aggregates", AggregateRows::map);

    private static final List<String> PROPERTIES = List.of(
            "sfunc",
            "sspace",
            "finalfunc_extra",
            "finalfunc_modify",
            "mstype",
            "msspace",
            "mfinalfunc_extra",
            "mfinalfunc_modify",
            "hypothetical",
            "stype",
            "finalfunc",
            "combinefunc",
            "serialfunc",
            "deserialfunc",
            "msfunc",
            "minvfunc",
            "mfinalfunc",
            "sortop",
            "initcond",
            "minitcond");

    private static AggregateRows map(Row row) throws SQLException {
        var values = new TreeMap<String, String>();
        for (String property : PROPERTIES) {
            String value = row.findText(property);
            if (value != null) {
                values.put(property, value);
            }
        }
        return new AggregateRows(
                ObjectKey.ofRoutine(row.name("schema", "name"), row.text("arguments")), new Options(values));
    }
}

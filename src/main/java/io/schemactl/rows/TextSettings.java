package io.schemactl.rows;

import io.schemactl.db.WorkConnection;
import io.schemactl.sql.Literal;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The settings that decide how values are written as texts and read from them, the same in all sessions. */
final class TextSettings {

    private static final Map<String, String> FIXED = new LinkedHashMap<>();

    static {
        FIXED.put("datestyle", "ISO, YMD");
        FIXED.put("intervalstyle", "postgres");
        FIXED.put("timezone", "UTC");
        FIXED.put("extra_float_digits", "1");
        FIXED.put("bytea_output", "hex");
        FIXED.put("lc_monetary", "C");
        FIXED.put("xmloption", "content");
        FIXED.put("xmlbinary", "base64");
    }

    private TextSettings() {}

    /**
     * Sets them until the open transaction ends.
     *
     * @return what they were, for {@link #restore}
     */
    static Map<String, String> fix(WorkConnection connection) throws SQLException {
        Map<String, String> before = new LinkedHashMap<>();
        for (String name : FIXED.keySet()) {
            before.put(
                    name,
                    connection
                            .queryOne("SELECT pg_catalog.current_setting(?)", row -> row.getString(1), name)
                            .orElseThrow());
        }
        restore(connection, FIXED);
        return before;
    }

    /** Sets them to what they were, until the open transaction ends. */
    static void restore(WorkConnection connection, Map<String, String> before) throws SQLException {
        connection.execute(before.entrySet().stream()
                .map(setting -> "SET LOCAL %s TO %s".formatted(setting.getKey(), Literal.of(setting.getValue())))
                .collect(Collectors.joining("; ")));
    }
}

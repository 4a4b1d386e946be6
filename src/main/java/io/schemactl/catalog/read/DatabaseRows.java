package io.schemactl.catalog.read;

import io.schemactl.catalog.Database;
import io.schemactl.catalog.Options;
import io.schemactl.sql.Identifier;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The row of {@code database.sql}. */
final class DatabaseRows {

    static final Query<Database> QUERY = Query.of("database", DatabaseRows::map);

    private DatabaseRows() {}

    private static Database map(Row row) throws SQLException {
        return new Database(
                row.options("settings"),
                roles(row.list("roles"), row.list("roleSettings")),
                row.number("connectionLimit"),
                row.flag("template"),
                row.attributes());
    }

    private static List<Database.OfRole> roles(List<String> names, List<String> settings) {
        SortedMap<String, SortedMap<String, String>> byRole = new TreeMap<>();
        for (int i = 0; i < names.size(); i++) {
            String setting = settings.get(i);
            int equals = setting.indexOf('=');
            byRole.computeIfAbsent(names.get(i), name -> new TreeMap<>())
                    .put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        var roles = new ArrayList<Database.OfRole>();
        byRole.forEach((name, values) -> roles.add(new Database.OfRole(new Identifier(name), new Options(values))));
        return roles;
    }
}

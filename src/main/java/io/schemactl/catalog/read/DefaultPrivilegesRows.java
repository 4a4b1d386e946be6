package io.schemactl.catalog.read;

import io.schemactl.catalog.Attributes;
import io.schemactl.catalog.DefaultPrivileges;
import io.schemactl.catalog.Grant;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Rows of {@code default-privileges.sql}. */
final class DefaultPrivilegesRows {

    static final Query<DefaultPrivileges> QUERY = Query.of("default-privileges", DefaultPrivilegesRows::map);

    private DefaultPrivilegesRows() {}

    private static DefaultPrivileges map(Row row) throws SQLException {
        return new DefaultPrivileges(
                row.identifier("role"),
                row.findIdentifier("schema"),
                row.choice("type", DefaultPrivileges.Type.class),
                grants(row),
                Attributes.none());
    }

    private static List<Grant> grants(Row row) throws SQLException {
        List<String> grantees = row.list("grantees");
        List<String> privileges = row.list("privileges");
        List<String> grantable = row.list("grantable");
        var grants = new ArrayList<Grant>();
        for (int i = 0; i < grantees.size(); i++) {
            grants.add(new Grant(grantees.get(i), privileges.get(i), Boolean.parseBoolean(grantable.get(i))));
        }
        return grants;
    }
}

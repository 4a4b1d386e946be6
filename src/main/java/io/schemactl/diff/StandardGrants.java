package io.schemactl.diff;

import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.DefaultPrivileges;
import io.schemactl.catalog.Grant;
import io.schemactl.catalog.Kind;
import io.schemactl.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The privileges that are there before anything is granted or revoked; see <a href="https://www.postgresql.org/docs/current/ddl-priv.html">Privileges</a>. */
final class StandardGrants {

    private static final List<String> OF_TABLES =
            List.of("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER");

    /** Only newer versions have it. */
    private static final String MAINTAIN = "MAINTAIN";

    private StandardGrants() {}

    /** What holds for an object: what was granted, or else the standard as far as another one's grants know it. */
    static List<Grant> effective(CatalogObject object, CatalogObject other) {
        if (object instanceof DefaultPrivileges privileges) {
            return privileges.grants();
        }
        List<Grant> grants = object.attributes().grants();
        return grants == null ? of(object, other.attributes().grants()) : grants;
    }

    /** The standard for an object, in the version that some grants come from. */
    static List<Grant> of(CatalogObject object, @Nullable List<Grant> known) {
        if (object instanceof DefaultPrivileges privileges) {
            return privileges.schema() == null ? ofType(privileges.type(), privileges.grants()) : List.of();
        }
        Kind kind = object.key().kind();
        return switch (kind) {
            case TABLE, VIEW -> ofTables(known);
            case SEQUENCE -> ofOwner(List.of("SELECT", "UPDATE", "USAGE"));
            case SCHEMA -> ofSchema(object);
            case ROUTINE -> ofEverybody("EXECUTE");
            case SERVER, FOREIGN_DATA_WRAPPER -> ofOwner(List.of("USAGE"));
            case DATABASE -> ofDatabase();
            default -> ofEverybody("USAGE");
        };
    }

    /** The schema {@code public} is open to everybody; since it belongs to the database's owner, nobody else makes objects in it. */
    private static List<Grant> ofSchema(CatalogObject schema) {
        var grants = new ArrayList<>(ofOwner(List.of("CREATE", "USAGE")));
        if (schema.key().name().name().equals("public")) {
            Identifier owner = schema.attributes().owner();
            grants.add(new Grant(Grant.PUBLIC, "USAGE", false));
            if (owner == null || !owner.name().equals("pg_database_owner")) {
                grants.add(new Grant(Grant.PUBLIC, "CREATE", false));
            }
        }
        return grants.stream().sorted().toList();
    }

    private static List<Grant> ofDatabase() {
        var grants = new ArrayList<>(ofOwner(List.of("CONNECT", "CREATE", "TEMPORARY")));
        grants.add(new Grant(Grant.PUBLIC, "CONNECT", false));
        grants.add(new Grant(Grant.PUBLIC, "TEMPORARY", false));
        return grants.stream().sorted().toList();
    }

    private static List<Grant> ofType(DefaultPrivileges.Type type, List<Grant> known) {
        return switch (type) {
            case TABLES -> ofTables(known);
            case SEQUENCES -> ofOwner(List.of("SELECT", "UPDATE", "USAGE"));
            case ROUTINES -> ofEverybody("EXECUTE");
            case TYPES -> ofEverybody("USAGE");
            case SCHEMAS -> ofOwner(List.of("CREATE", "USAGE"));
            case LARGE_OBJECTS -> ofOwner(List.of("SELECT", "UPDATE"));
        };
    }

    private static List<Grant> ofTables(@Nullable List<Grant> known) {
        var privileges = new ArrayList<>(OF_TABLES);
        if (known != null && known.stream().anyMatch(grant -> grant.privilege().equals(MAINTAIN))) {
            privileges.add(MAINTAIN);
        }
        return ofOwner(privileges);
    }

    private static List<Grant> ofOwner(List<String> privileges) {
        return privileges.stream()
                .map(privilege -> new Grant(Grant.OWNER, privilege, false))
                .sorted()
                .toList();
    }

    private static List<Grant> ofEverybody(String privilege) {
        return List.of(new Grant(Grant.OWNER, privilege, false), new Grant(Grant.PUBLIC, privilege, false));
    }
}

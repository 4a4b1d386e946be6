package io.schemactl.diff.ddl;

import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.DefaultPrivileges;
import io.schemactl.catalog.Grant;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.sql.Identifier;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is granted on an object that a migration makes: default privileges are changed only after everything is made, so those count
 * that the main owner has before.
 */
final class StartingGrants {

    private StartingGrants() {}

    /** The grants of a new object; null if they are PostgreSQL's own. */
    static @Nullable List<Grant> of(CatalogObject object, Grants grants, Context context) {
        Identifier main = context.mainOwner();
        Optional<DefaultPrivileges.Type> type = type(object.key().kind());
        if (main == null || type.isEmpty()) {
            return null;
        }
        Optional<DefaultPrivileges> everywhere = find(context, null, main, type.get());
        Identifier schema = object.key().schema();
        Optional<DefaultPrivileges> inSchema =
                schema == null ? Optional.empty() : find(context, schema, main, type.get());
        boolean isStandardSchema = Grants.isStandardSchema(object.key());
        if (everywhere.isEmpty() && inSchema.isEmpty() && !isStandardSchema) {
            return null;
        }
        List<Grant> base = everywhere.map(DefaultPrivileges::grants).orElseGet(() -> usual(grants, isStandardSchema));
        List<Grant> added = inSchema.map(DefaultPrivileges::grants).orElse(List.of());
        return Stream.concat(base.stream(), added.stream()).distinct().toList();
    }

    /** A schema that is made again under the name of the standard one is nobody's but its owner's. */
    private static List<Grant> usual(Grants grants, boolean isStandardSchema) {
        return grants.usual(null).stream()
                .filter(grant -> !isStandardSchema || grant.grantee().equals(Grant.OWNER))
                .toList();
    }

    private static Optional<DefaultPrivileges> find(
            Context context, @Nullable Identifier schema, Identifier role, DefaultPrivileges.Type type) {
        return context.from()
                .find(DefaultPrivileges.class, new ObjectKey(Kind.DEFAULT_PRIVILEGES, schema, null, role, type.word()));
    }

    private static Optional<DefaultPrivileges.Type> type(Kind kind) {
        return switch (kind) {
            case TABLE, VIEW -> Optional.of(DefaultPrivileges.Type.TABLES);
            case SEQUENCE -> Optional.of(DefaultPrivileges.Type.SEQUENCES);
            case ROUTINE -> Optional.of(DefaultPrivileges.Type.ROUTINES);
            case ENUM, DOMAIN, COMPOSITE_TYPE, RANGE_TYPE, BASE_TYPE -> Optional.of(DefaultPrivileges.Type.TYPES);
            case SCHEMA -> Optional.of(DefaultPrivileges.Type.SCHEMAS);
            default -> Optional.empty();
        };
    }
}

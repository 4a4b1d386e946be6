package io.schemactl.task;

import io.schemactl.catalog.Attributes;
import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.Column;
import io.schemactl.catalog.DefaultPrivileges;
import io.schemactl.catalog.Extension;
import io.schemactl.catalog.Grant;
import io.schemactl.catalog.Reading;
import io.schemactl.catalog.Relation;
import io.schemactl.db.WorkConnection;
import io.schemactl.sql.Identifier;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who owns what on a copy of a schema.
 *
 * @param original what is copied
 * @param role who the copy is made by
 * @param isSuperuser whether that role can give objects to others
 * @param areNamed whether objects of the main owner belong to a role of its name; they belong to the shadow's role otherwise
 */
record CopyOwners(Catalog original, Identifier role, boolean isSuperuser, boolean areNamed) {

    private static final String SUPERUSER =
            "SELECT r.rolname FROM pg_catalog.pg_roles AS r WHERE r.rolsuper AND r.rolname = CURRENT_USER";

    /** The owners on a copy that a connection makes; the main owner keeps its name where others have that of the shadow's role. */
    static CopyOwners of(Catalog original, WorkConnection connection, boolean mainOwnerRuns) throws SQLException {
        var role = new Identifier(connection.queryTexts("SELECT CURRENT_USER").get(0));
        boolean isSuperuser = !connection.queryTexts(SUPERUSER).isEmpty();
        boolean isTaken = !role.equals(original.owner())
                && original.objects().values().stream().anyMatch(object -> mentions(object, role));
        return new CopyOwners(original, role, isSuperuser, isSuperuser && (!mainOwnerRuns || isTaken));
    }

    /** Whether something is a role's that is not the main owner's. */
    private static boolean mentions(CatalogObject object, Identifier role) {
        if (object instanceof DefaultPrivileges privileges) {
            return role.equals(privileges.role()) || isGranted(privileges.grants(), role);
        }
        boolean isOwned = role.equals(object.attributes().owner()) && !(object instanceof Extension);
        List<Column> columns = object instanceof Relation relation ? relation.columns() : List.of();
        return isOwned
                || isGranted(object.attributes().grants(), role)
                || columns.stream()
                        .anyMatch(column -> isGranted(column.attributes().grants(), role));
    }

    private static boolean isGranted(@Nullable List<Grant> grants, Identifier role) {
        return grants != null
                && grants.stream().anyMatch(grant -> grant.grantee().equals(role.name()));
    }

    /** What the copy contains, owned as the original is: extensions belong to whoever created them. */
    Reading restored(Reading copy) {
        Identifier main = original.owner();
        if (main == null) {
            return copy;
        }
        var objects = new TreeMap<>(copy.catalog().objects());
        objects.replaceAll((key, object) -> {
            if (object instanceof Extension extension) {
                return owned(
                        extension,
                        original.find(Extension.class, key)
                                .map(each -> each.attributes().owner())
                                .orElse(main));
            }
            return isOfMainOwner(object) ? owned(object, main) : object;
        });
        return new Reading(new Catalog(objects, main), copy.dependencies(), copy.unseen(), copy.majorVersion());
    }

    private boolean isOfMainOwner(CatalogObject object) {
        return !areNamed && role.equals(object.attributes().owner());
    }

    private static CatalogObject owned(CatalogObject object, @Nullable Identifier owner) {
        Attributes attributes = object.attributes();
        return object.with(attributes.ownedBy(owner));
    }
}

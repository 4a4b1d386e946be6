package io.schemactl.catalog;

import io.schemactl.sql.Identifier;
import java.util.List;

/**
 * A user mapping of a foreign server; the values of its options are secrets, and nowhere read.
 *
 * @param role the role that is mapped, or {@link #PUBLIC}
 * @param server the foreign server
 * @param optionNames the names of its options, sorted
 * @param optionsHidden whether the reader may not see which options it has
 * @param attributes nothing: a user mapping has no owner, grants, comment or labels
 */
public record UserMapping(
        Identifier role, Identifier server, List<String> optionNames, boolean optionsHidden, Attributes attributes)
        implements CatalogObject {

    /** All roles that have no mapping of their own. No role can have this name. */
    public static final Identifier PUBLIC = new Identifier("public");

    /** Sorts the names. */
    public UserMapping {
        optionNames = optionNames.stream().sorted().toList();
    }

    @Override
    public ObjectKey key() {
        return new ObjectKey(Kind.USER_MAPPING, null, null, role, server.name());
    }

    @Override
    public UserMapping with(Attributes changed) {
        return new UserMapping(role, server, optionNames, optionsHidden, changed);
    }
}

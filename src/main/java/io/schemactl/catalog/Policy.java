package io.schemactl.catalog;

import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row security policy.
 *
 * @param relation the table
 * @param name its name
 * @param permissive whether one such policy suffices; otherwise all must hold
 * @param command {@code ALL}, {@code SELECT}, {@code INSERT}, {@code UPDATE} or {@code DELETE}
 * @param roles the roles it applies to, by name; {@code PUBLIC} for all
 * @param using which rows can be seen
 * @param check which rows can be written
 * @param attributes its owner, grants, comment and labels
 */
public record Policy(
        QualifiedName relation,
        Identifier name,
        boolean permissive,
        String command,
        List<String> roles,
        @Nullable String using,
        @Nullable String check,
        Attributes attributes)
        implements CatalogObject {

    /** Sorts the roles. */
    public Policy {
        roles = roles.stream().sorted().toList();
    }

    @Override
    public ObjectKey key() {
        return ObjectKey.ofPart(Kind.POLICY, relation, name);
    }

    @Override
    public Policy with(Attributes changed) {
        return new Policy(relation, name, permissive, command, roles, using, check, changed);
    }

    /** The same policy with other conditions. */
    public Policy withConditions(@Nullable String changedUsing, @Nullable String changedCheck) {
        return new Policy(relation, name, permissive, command, roles, changedUsing, changedCheck, attributes);
    }
}

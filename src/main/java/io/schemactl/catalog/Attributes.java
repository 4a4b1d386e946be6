package io.schemactl.catalog;

import io.schemactl.sql.Identifier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What nearly every object has besides its definition.
 *
 * @param owner the role that owns it; null for parts, which have their whole's owner
 * @param grants who may do what with it, sorted; null if nothing was granted or revoked
 * @param comment the text of {@code COMMENT ON}
 * @param labels its security labels, by their providers
 * @param extensions the extensions that take it with them, after {@code DEPENDS ON EXTENSION}
 */
public record Attributes(
        @Nullable Identifier owner,
        @Nullable List<Grant> grants,
        @Nullable String comment,
        Options labels,
        List<Identifier> extensions) {

    private static final Attributes NONE = new Attributes(null, null, null, Options.none(), List.of());

    /** Sorts the grants and the extensions. */
    public Attributes {
        grants = grants == null ? null : grants.stream().sorted().toList();
        extensions = extensions.stream().sorted().toList();
    }

    /** No attributes. */
    public static Attributes none() {
        return NONE;
    }

    /** The same attributes of another owner. */
    public Attributes ownedBy(@Nullable Identifier other) {
        return new Attributes(other, grants, comment, labels, extensions);
    }

    /** Only a comment. */
    public static Attributes of(@Nullable String comment) {
        return of(null, null, comment, Options.none(), List.of());
    }

    /** The same as the constructor's, but of no attributes always the same instance: most columns and constraints have none. */
    public static Attributes of(
            @Nullable Identifier owner,
            @Nullable List<Grant> grants,
            @Nullable String comment,
            Options labels,
            List<Identifier> extensions) {
        boolean none = owner == null && grants == null && comment == null && labels.isEmpty() && extensions.isEmpty();
        return none ? NONE : new Attributes(owner, grants, comment, labels, extensions);
    }
}

package io.schemactl.catalog;

import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A domain.
 *
 * @param name its name
 * @param type the type below it, as {@code format_type} prints it
 * @param collation its collation, if it is not the type's own
 * @param notNull whether it refuses NULL
 * @param notNullConstraint its not-null constraint, if that has a comment or a name that is not PostgreSQL's choice
 * @param defaultExpression its default
 * @param checks its checks, by name
 * @param attributes its owner, grants, comment and labels
 */
public record Domain(
        QualifiedName name,
        String type,
        @Nullable QualifiedName collation,
        boolean notNull,
        @Nullable NotNull notNullConstraint,
        @Nullable String defaultExpression,
        List<Check> checks,
        Attributes attributes)
        implements CatalogObject {

    /** Sorts the checks. */
    public Domain {
        checks = checks.stream().sorted(Comparator.comparing(Check::name)).toList();
    }

    @Override
    public ObjectKey key() {
        return ObjectKey.of(Kind.DOMAIN, name);
    }

    @Override
    public Domain with(Attributes changed) {
        return new Domain(name, type, collation, notNull, notNullConstraint, defaultExpression, checks, changed);
    }

    /**
     * A check of a domain.
     *
     * @param name its name
     * @param expression what it demands of {@code VALUE}
     * @param validated false after {@code NOT VALID}
     * @param comment its comment
     */
    public record Check(
            Identifier name,
            String expression,
            boolean validated,
            @Nullable String comment) {}

    /**
     * A not-null constraint of a domain, which has a name from PostgreSQL 17 on.
     *
     * @param name its name
     * @param comment its comment
     */
    public record NotNull(Identifier name, @Nullable String comment) {}
}

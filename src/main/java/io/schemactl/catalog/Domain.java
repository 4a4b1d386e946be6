package io.schemactl.catalog;

import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
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

    /** The same with the comments that the constraints of the same names have in another, or none. */
    public Domain withCommentsOf(@Nullable Domain other) {
        List<Check> commented = checks.stream()
                .map(check -> new Check(
                        check.name(),
                        check.expression(),
                        check.validated(),
                        other == null ? null : other.findComment(check.name())))
                .toList();
        NotNull refusal = notNullConstraint == null
                ? null
                : new NotNull(
                        notNullConstraint.name(),
                        other == null || other.notNullConstraint == null ? null : other.notNullConstraint.comment());
        return new Domain(name, type, collation, notNull, refusal, defaultExpression, commented, attributes);
    }

    private @Nullable String findComment(Identifier check) {
        return checks.stream()
                .filter(each -> each.name().equals(check))
                .map(Check::comment)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
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

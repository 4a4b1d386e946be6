package io.schemactl.diff.ddl;

import io.schemactl.catalog.Domain;
import io.schemactl.diff.Hazard;
import io.schemactl.diff.Statement;
import io.schemactl.sql.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Commands about a domain's not-null constraint, which has a name from PostgreSQL 17 on.
 *
 * @param domain the domain as commands name it
 */
record DomainNotNull(String domain) {

    /** What {@code CREATE DOMAIN} says. */
    static String clause(Domain domain) {
        Domain.NotNull constraint = domain.notNullConstraint();
        return constraint == null
                ? " NOT NULL"
                : " CONSTRAINT " + constraint.name().quoted() + " NOT NULL";
    }

    /**
     * What leads from a domain to another.
     *
     * @param scans the harm of refusing NULL from now on
     */
    List<Statement> changes(Domain from, Domain to, Hazard[] scans) {
        Domain.NotNull old = from.notNullConstraint();
        Domain.NotNull wanted = to.notNullConstraint();
        var statements = new ArrayList<Statement>();
        // PostgreSQL's own choice of a name is not known.
        boolean replaced = from.notNull() && to.notNull() && (old == null) != (wanted == null);
        if (old != null && wanted != null && !old.name().equals(wanted.name())) {
            statements.add(alter("RENAME CONSTRAINT %s TO %s"
                    .formatted(old.name().quoted(), wanted.name().quoted())));
        }
        if ((from.notNull() && !to.notNull()) || replaced) {
            statements.add(alter("DROP NOT NULL"));
        }
        if ((!from.notNull() && to.notNull()) || replaced) {
            statements.add(Statement.of(
                    "ALTER %s %s".formatted(domain, wanted == null ? "SET NOT NULL" : "ADD" + clause(to)), scans));
        }
        statements.addAll(comment(old, wanted));
        return statements;
    }

    /** The comment that a constraint gets, or loses; from a new one if there was none. */
    List<Statement> comment(Domain.@Nullable NotNull from, Domain.@Nullable NotNull to) {
        String before = from == null ? null : from.comment();
        if (to == null || Objects.equals(before, to.comment())) {
            return List.of();
        }
        return List.of(Statement.of("COMMENT ON CONSTRAINT %s ON %s IS %s"
                .formatted(to.name().quoted(), domain, to.comment() == null ? "NULL" : Literal.of(to.comment()))));
    }

    private Statement alter(String action) {
        return Statement.of("ALTER %s %s".formatted(domain, action));
    }
}

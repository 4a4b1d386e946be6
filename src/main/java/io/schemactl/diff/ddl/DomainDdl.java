package io.schemactl.diff.ddl;

import io.schemactl.catalog.Domain;
import io.schemactl.catalog.Part;
import io.schemactl.diff.Hazard;
import io.schemactl.diff.Statement;
import io.schemactl.sql.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Commands about domains; see <a href="https://www.postgresql.org/docs/current/sql-alterdomain.html">ALTER DOMAIN</a>. */
final class DomainDdl implements Ddl<Domain> {

    @Override
    public String name(Domain domain) {
        return "DOMAIN " + domain.name().quoted();
    }

    @Override
    public List<Step> create(Domain domain, Context context) {
        var sql = new StringBuilder("CREATE " + name(domain) + " AS " + domain.type());
        if (domain.collation() != null) {
            sql.append(" COLLATE ").append(domain.collation().quoted());
        }
        boolean apart = Later.isApart(domain.key(), context);
        if (domain.defaultExpression() != null && !apart) {
            sql.append(" DEFAULT ").append(domain.defaultExpression());
        }
        if (domain.notNull()) {
            sql.append(DomainNotNull.clause(domain));
        }
        Statement create = Statement.of(sql.toString());
        var details = new ArrayList<Statement>();
        details.addAll(new DomainNotNull(name(domain)).comment(null, domain.notNullConstraint()));
        if (domain.defaultExpression() != null && apart) {
            details.add(Statement.of("ALTER %s SET DEFAULT %s".formatted(name(domain), domain.defaultExpression())));
        }
        domain.checks().forEach(check -> {
            details.add(Statement.of(add(domain, check)));
            details.addAll(comment(domain, check, null));
        });
        if (apart) {
            return List.of(
                    Step.making(Part.of(domain.key()), create),
                    Step.making(Later.substance(domain.key()), details.toArray(Statement[]::new)));
        }
        details.add(0, create);
        return List.of(Step.making(Part.of(domain.key()), details.toArray(Statement[]::new)));
    }

    @Override
    public List<Step> drop(Domain domain, Context context) {
        List<Step> drop = Ddl.super.drop(domain, context);
        if (!Later.isApart(domain.key(), context)) {
            return drop;
        }
        var details = new ArrayList<Statement>();
        if (domain.defaultExpression() != null) {
            details.add(Statement.of("ALTER " + name(domain) + " DROP DEFAULT"));
        }
        domain.checks()
                .forEach(check -> details.add(Statement.of("ALTER %s DROP CONSTRAINT %s"
                        .formatted(name(domain), check.name().quoted()))));
        var steps = new ArrayList<Step>();
        steps.add(Step.taking(Later.substance(domain.key()), details.toArray(Statement[]::new)));
        steps.addAll(drop);
        return steps;
    }

    @Override
    public Optional<List<Step>> alter(Domain from, Domain to, Context context) {
        if (!from.type().equals(to.type()) || !Objects.equals(from.collation(), to.collation())) {
            return Optional.empty();
        }
        if (isStricter(from, to) && DomainUses.areNested(context.from(), from)) {
            return Optional.empty();
        }
        var statements = new ArrayList<Statement>();
        String alter = "ALTER " + name(to) + " ";
        if (!Objects.equals(from.defaultExpression(), to.defaultExpression())) {
            statements.add(Statement.of(alter
                    + (to.defaultExpression() == null ? "DROP DEFAULT" : "SET DEFAULT " + to.defaultExpression())));
        }
        statements.addAll(new DomainNotNull(name(to)).changes(from, to, scans(to, true)));
        statements.addAll(checks(from, to));
        Part changed = Later.isApart(to.key(), context) ? Later.substance(to.key()) : Part.of(to.key());
        return Optional.of(List.of(Step.changing(changed, statements.toArray(Statement[]::new))));
    }

    /** Whether values that are there must be checked. */
    private static boolean isStricter(Domain from, Domain to) {
        return (to.notNull() && !from.notNull())
                || to.checks().stream()
                        .filter(Domain.Check::validated)
                        .anyMatch(check -> from.checks().stream()
                                .noneMatch(old -> old.name().equals(check.name())
                                        && old.validated()
                                        && old.expression().equals(check.expression())));
    }

    private List<Statement> checks(Domain from, Domain to) {
        var statements = new ArrayList<Statement>();
        Map<Object, Domain.Check> old =
                from.checks().stream().collect(Collectors.toMap(Domain.Check::name, Function.identity()));
        Map<Object, Domain.Check> wanted =
                to.checks().stream().collect(Collectors.toMap(Domain.Check::name, Function.identity()));
        String alter = "ALTER " + name(to) + " ";
        for (Domain.Check check : from.checks()) {
            if (isReplaced(check, wanted.get(check.name()))) {
                statements.add(
                        Statement.of(alter + "DROP CONSTRAINT " + check.name().quoted()));
            }
        }
        for (Domain.Check check : to.checks()) {
            Domain.Check before = old.get(check.name());
            if (before == null || isReplaced(before, check)) {
                statements.add(Statement.of(add(to, check), scans(to, check.validated())));
                statements.addAll(comment(to, check, null));
                continue;
            }
            if (!before.validated() && check.validated()) {
                statements.add(Statement.of(
                        alter + "VALIDATE CONSTRAINT " + check.name().quoted(), scans(to, true)));
            }
            statements.addAll(comment(to, check, before.comment()));
        }
        return statements;
    }

    private static boolean isReplaced(Domain.Check from, Domain.@org.jspecify.annotations.Nullable Check to) {
        return to == null || !from.expression().equals(to.expression()) || (from.validated() && !to.validated());
    }

    private String add(Domain domain, Domain.Check check) {
        return "ALTER %s ADD CONSTRAINT %s CHECK (%s)%s"
                .formatted(
                        name(domain), check.name().quoted(), check.expression(), check.validated() ? "" : " NOT VALID");
    }

    private List<Statement> comment(
            Domain domain, Domain.Check check, @org.jspecify.annotations.Nullable String before) {
        return Objects.equals(before, check.comment())
                ? List.of()
                : List.of(Statement.of("COMMENT ON CONSTRAINT %s ON %s IS %s"
                        .formatted(
                                check.name().quoted(),
                                name(domain),
                                check.comment() == null ? "NULL" : Literal.of(check.comment()))));
    }

    /** All columns of the domain are read. */
    private static Hazard[] scans(Domain domain, boolean reads) {
        return reads
                ? new Hazard[] {
                    new Hazard(
                            Hazard.Type.TABLE_SCAN,
                            "every table with " + domain.name().display(),
                            "SHARE"),
                    Hazard.of(Hazard.Type.MAY_FAIL, domain.name().display())
                }
                : new Hazard[0];
    }
}

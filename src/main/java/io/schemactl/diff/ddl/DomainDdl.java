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
        if (domain.defaultExpression() != null) {
            sql.append(" DEFAULT ").append(domain.defaultExpression());
        }
        if (domain.notNull()) {
            sql.append(DomainNotNull.clause(domain));
        }
        var statements = new ArrayList<Statement>();
        statements.add(Statement.of(sql.toString()));
        statements.addAll(new DomainNotNull(name(domain)).comment(null, domain.notNullConstraint()));
        domain.checks().forEach(check -> {
            statements.add(Statement.of(add(domain, check)));
            statements.addAll(comment(domain, check, null));
        });
        return List.of(Step.making(Part.of(domain.key()), statements.toArray(Statement[]::new)));
    }

    @Override
    public Optional<List<Step>> alter(Domain from, Domain to, Context context) {
        if (!from.type().equals(to.type()) || !Objects.equals(from.collation(), to.collation())) {
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
        return Optional.of(List.of(Step.changing(Part.of(to.key()), statements.toArray(Statement[]::new))));
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

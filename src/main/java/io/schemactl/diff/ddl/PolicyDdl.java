package io.schemactl.diff.ddl;

import io.schemactl.catalog.Part;
import io.schemactl.catalog.Policy;
import io.schemactl.diff.Statement;
import io.schemactl.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Commands about row security policies; see <a href="https://www.postgresql.org/docs/current/sql-createpolicy.html">CREATE POLICY</a>. */
final class PolicyDdl implements Ddl<Policy> {

    /** How the catalog names every role. */
    private static final String PUBLIC = "PUBLIC";

    @Override
    public String name(Policy policy) {
        return "POLICY " + policy.name().quoted() + " ON " + policy.relation().quoted();
    }

    @Override
    public List<Step> create(Policy policy, Context context) {
        String sql = "CREATE %s AS %s FOR %s TO %s%s%s"
                .formatted(
                        name(policy),
                        policy.permissive() ? "PERMISSIVE" : "RESTRICTIVE",
                        policy.command(),
                        roles(policy),
                        using(policy),
                        check(policy));
        return List.of(Step.making(Part.of(policy.key()), locking(sql, policy, context)));
    }

    @Override
    public List<Step> drop(Policy policy, Context context) {
        return List.of(Step.taking(Part.of(policy.key()), locking("DROP " + name(policy), policy, context)));
    }

    @Override
    public Optional<List<Step>> alter(Policy from, Policy to, Context context) {
        boolean isOther =
                from.permissive() != to.permissive() || !from.command().equals(to.command());
        boolean losesPart =
                (from.using() != null && to.using() == null) || (from.check() != null && to.check() == null);
        if (isOther || losesPart) {
            return Optional.empty();
        }
        List<Statement> statements = new ArrayList<>();
        Clauses.partRenaming("POLICY", to.relation(), from.name(), to.name())
                .ifPresent(sql -> statements.add(locking(sql, to, context)));
        String roles = from.roles().equals(to.roles()) ? "" : " TO " + roles(to);
        String using = Objects.equals(from.using(), to.using()) ? "" : using(to);
        String check = Objects.equals(from.check(), to.check()) ? "" : check(to);
        String changes = roles + using + check;
        if (!changes.isEmpty()) {
            statements.add(locking("ALTER " + name(to) + changes, to, context));
        }
        return Optional.of(Steps.changes(from.key(), to.key(), statements));
    }

    private static Statement locking(String sql, Policy policy, Context context) {
        return Statement.of(sql, Hazards.on(context, policy.relation(), Hazards.ACCESS_EXCLUSIVE));
    }

    private static String roles(Policy policy) {
        return policy.roles().stream()
                .map(role -> role.equals(PUBLIC) ? PUBLIC : new Identifier(role).quoted())
                .collect(Collectors.joining(", "));
    }

    private static String using(Policy policy) {
        String using = policy.using();
        return using == null ? "" : " USING " + Clauses.parenthesized(using);
    }

    private static String check(Policy policy) {
        String check = policy.check();
        return check == null ? "" : " WITH CHECK " + Clauses.parenthesized(check);
    }
}

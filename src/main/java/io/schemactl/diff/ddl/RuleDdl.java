package io.schemactl.diff.ddl;

import io.schemactl.catalog.Part;
import io.schemactl.catalog.Rule;
import io.schemactl.catalog.Trigger;
import io.schemactl.diff.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Commands about rewrite rules; see <a href="https://www.postgresql.org/docs/current/sql-createrule.html">CREATE RULE</a>. */
final class RuleDdl implements Ddl<Rule> {

    @Override
    public String name(Rule rule) {
        return "RULE " + rule.name().quoted() + " ON " + rule.relation().quoted();
    }

    @Override
    public List<Step> create(Rule rule, Context context) {
        List<Statement> statements = new ArrayList<>();
        statements.add(locking(printed(rule).named(rule.name(), rule.relation()), rule, context));
        if (rule.state() != Trigger.State.ENABLED) {
            statements.add(state(rule, context));
        }
        return List.of(Step.making(Part.of(rule.key()), statements.toArray(Statement[]::new)));
    }

    @Override
    public List<Step> drop(Rule rule, Context context) {
        return List.of(Step.taking(Part.of(rule.key()), locking("DROP " + name(rule), rule, context)));
    }

    @Override
    public Optional<List<Step>> alter(Rule from, Rule to, Context context) {
        List<Statement> statements = new ArrayList<>();
        Clauses.partRenaming("RULE", to.relation(), from.name(), to.name())
                .ifPresent(sql -> statements.add(locking(sql, to, context)));
        if (!printed(from).equals(printed(to))) {
            statements.add(locking(printed(to).replacing().named(to.name(), to.relation()), to, context));
        }
        if (from.state() != to.state()) {
            statements.add(state(to, context));
        }
        return Optional.of(Steps.changes(from.key(), to.key(), statements));
    }

    private static Printed printed(Rule rule) {
        return Printed.of(rule.definition().strip().replaceFirst(";$", ""));
    }

    private static Statement state(Rule rule, Context context) {
        String sql = "ALTER TABLE %s %s RULE %s"
                .formatted(
                        rule.relation().quoted(),
                        TriggerDdl.verb(rule.state()),
                        rule.name().quoted());
        return locking(sql, rule, context);
    }

    private static Statement locking(String sql, Rule rule, Context context) {
        return Statement.of(sql, Hazards.on(context, rule.relation(), Hazards.ACCESS_EXCLUSIVE));
    }
}

package io.schemactl.lint.rules;

import io.schemactl.catalog.Kind;
import io.schemactl.catalog.Policy;
import io.schemactl.catalog.Table;
import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import java.util.stream.Stream;

/** Finds tables whose row security is switched on although they have no policy. */
final class RowSecurityWithoutPolicy implements StatementRule {

    @Override
    public String summary() {
        return "Finds tables whose row security is switched on although they have no policy.";
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        return Stream.concat(
                        facts.added(Table.class),
                        facts.changed(Table.class)
                                .filter(pair -> !pair.from().rowSecurity().enabled())
                                .map(StatementFacts.Pair::to))
                .filter(table -> table.rowSecurity().enabled())
                .filter(table -> facts.context()
                        .schemas()
                        .after()
                        .partsOf(table.name(), Kind.POLICY, Policy.class)
                        .findAny()
                        .isEmpty())
                .map(table -> facts.hit(
                                table.name(),
                                "switches on row security of %s, which has no policy: all but its owner see no row"
                                        .formatted(facts.shown(table.name())))
                        .fix("create the policies in the same change set, before row security is switched on"));
    }
}

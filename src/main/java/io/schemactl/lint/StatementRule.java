package io.schemactl.lint;

import java.util.stream.Stream;

/** A rule that looks at one statement at a time. */
public interface StatementRule extends Rule {

    /** Where a statement does what the rule is about. */
    Stream<Hit> check(StatementFacts facts);

    @Override
    default Stream<Hit> check(LintContext context) {
        return context.statements().stream().flatMap(statement -> check(new StatementFacts(statement, context)));
    }
}

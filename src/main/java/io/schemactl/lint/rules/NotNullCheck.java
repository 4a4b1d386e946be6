package io.schemactl.lint.rules;

import io.schemactl.catalog.CheckConstraint;
import io.schemactl.finding.Severity;
import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import io.schemactl.sql.Identifier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds checks that repeat NOT NULL. */
final class NotNullCheck implements Convention {

    private static final Pattern NOT_NULL = Pattern.compile("\\(*(\"?)([^\"()]+)\\1 IS NOT NULL\\)*");

    @Override
    public String summary() {
        return "Finds checks that repeat NOT NULL.";
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    @Override
    public Stream<Hit> check(LintContext context) {
        return Additions.of(context, CheckConstraint.class)
                .filter(added -> !added.object().standing().inherited())
                .filter(added -> repeats(context, added.object()))
                .map(added -> new Hit(
                        added.position(),
                        "check %s on %s"
                                .formatted(
                                        added.object().name(),
                                        context.shown(added.object().relation())),
                        "check %s repeats that the column is NOT NULL"
                                .formatted(added.object().name()),
                        "drop the check once NOT NULL is set; until then it spares PostgreSQL the scan"));
    }

    private static boolean repeats(LintContext context, CheckConstraint check) {
        Matcher matcher = NOT_NULL.matcher(check.expression());
        return matcher.matches()
                && Keys.isNotNull(context.schemas().end(), check.relation(), new Identifier(matcher.group(2)));
    }
}

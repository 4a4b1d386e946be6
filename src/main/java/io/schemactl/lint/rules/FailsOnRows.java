package io.schemactl.lint.rules;

import io.schemactl.finding.Severity;
import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import io.schemactl.lint.Rule;
import io.schemactl.problem.Problem;
import io.schemactl.sql.SqlLexer;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds change sets that run on empty tables and fail on tables with rows. */
final class FailsOnRows implements Rule {

    /** Of a not-null constraint, a foreign key, and a check. */
    private static final Set<String> VIOLATIONS = Set.of("23502", "23503", "23514");

    @Override
    public String summary() {
        return "Finds change sets that run on empty tables and fail on tables with rows.";
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    @Override
    public Stream<Hit> check(LintContext context) {
        Problem failure = context.failure();
        if (failure == null
                || context.isRefusedInTransaction()
                || isValidation(failure)
                || new RequiredColumn().check(context).findAny().isPresent()) {
            return Stream.empty();
        }
        String words =
                failure.server() == null ? failure.message() : failure.server().text();
        Hit hit = Hit.at(context.changeSet(), "fails on rows that the tables may hold: " + words)
                .fix(
                        "see on a copy of production that no row is in the way, or mend the rows in an earlier change set");
        return Stream.of(failure.position() == null ? hit : hit.at(failure.position()));
    }

    /** To fail on rows is what a validation is for, and whoever writes it apart knows that. */
    private static boolean isValidation(Problem failure) {
        if (failure.server() == null
                || failure.excerpt() == null
                || !VIOLATIONS.contains(failure.server().sqlState())) {
            return false;
        }
        List<SqlLexer.Token> tokens = SqlLexer.code(failure.excerpt().statement());
        return IntStream.range(1, tokens.size())
                .anyMatch(i -> tokens.get(i - 1).is("VALIDATE") && tokens.get(i).is("CONSTRAINT"));
    }
}

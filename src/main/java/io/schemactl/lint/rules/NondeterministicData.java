package io.schemactl.lint.rules;

import io.schemactl.finding.Severity;
import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import io.schemactl.sql.SqlLexer;
import io.schemactl.sql.SqlLexer.Token;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds rows that are other ones in each database. */
final class NondeterministicData implements Convention {

    private static final Set<String> CALLS = Set.of(
            "now",
            "random",
            "gen_random_uuid",
            "clock_timestamp",
            "statement_timestamp",
            "transaction_timestamp",
            "timeofday",
            "uuid_generate_v1",
            "uuid_generate_v1mc",
            "uuid_generate_v4",
            "uuidv4",
            "uuidv7",
            "gen_random_bytes",
            "gen_salt");

    private static final Set<String> WORDS =
            Set.of("current_timestamp", "current_date", "current_time", "localtimestamp", "localtime", "current_user");

    @Override
    public String summary() {
        return "Finds rows that are other ones in each database.";
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    @Override
    public Stream<Hit> check(LintContext context) {
        return context.statements().stream()
                .filter(statement ->
                        statement.isCommand("INSERT") || statement.isCommand("UPDATE") || statement.isCommand("WITH"))
                .flatMap(statement -> call(statement.tokens()).stream()
                        .map(call -> Hit.at(
                                        statement,
                                        context.changeSet().label(),
                                        "writes what %s says when it runs: the rows are other ones in each database"
                                                .formatted(call))
                                .fix("write the values themselves, where anything refers to them")));
    }

    private static Optional<String> call(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            String name = token.isName() ? token.name() : "";
            if (token.kind() == SqlLexer.Kind.WORD && WORDS.contains(name)) {
                return Optional.of(name);
            }
            if (CALLS.contains(name)
                    && i + 1 < tokens.size()
                    && tokens.get(i + 1).isSymbol('(')) {
                return Optional.of(name + "()");
            }
        }
        return Optional.empty();
    }
}

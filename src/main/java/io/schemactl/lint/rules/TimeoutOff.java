package io.schemactl.lint.rules;

import io.schemactl.finding.Severity;
import io.schemactl.lint.Hit;
import io.schemactl.lint.LintedStatement;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import io.schemactl.sql.SqlLexer.Token;
import java.util.List;
import java.util.stream.Stream;

/** Finds change sets that switch lock_timeout or statement_timeout off. */
final class TimeoutOff implements StatementRule {

    private static final String REMEDY = "leave it to --lock-timeout and --statement-timeout, or set a time";

    private static final List<String> RESETS = List.of(
            "RESET lock_timeout",
            "RESET ALL",
            "DISCARD ALL",
            "SET lock_timeout TO DEFAULT",
            "SET LOCAL lock_timeout TO DEFAULT",
            "SET SESSION lock_timeout TO DEFAULT");

    @Override
    public String summary() {
        return "Finds change sets that switch lock_timeout or statement_timeout off.";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        if (isReset(facts.statement())) {
            return Stream.of(facts.hit(
                            "lock_timeout",
                            "brings lock_timeout back to what the server has, which is off unless somebody has set it: what waits for a lock then waits for ever")
                    .fix(REMEDY));
        }
        return Stream.of("lock_timeout", "statement_timeout", "transaction_timeout")
                .filter(setting -> isSetToNothing(facts.statement().tokens(), setting))
                .map(setting -> facts.hit(
                                setting,
                                "switches %s off: what waits for a lock then waits for ever, and all others wait behind it"
                                        .formatted(setting))
                        .fix(REMEDY));
    }

    private static boolean isReset(LintedStatement statement) {
        return RESETS.stream().anyMatch(statement::isCommand);
    }

    /** Whether the tokens are {@code SET … setting = 0}, or name the setting and nothing in a call of set_config. */
    private static boolean isSetToNothing(List<Token> tokens, String setting) {
        for (int i = 0; i + 2 < tokens.size(); i++) {
            boolean isSet = tokens.get(0).is("SET") && tokens.get(i).is(setting);
            boolean isCall = tokens.get(i).text().equals("'" + setting + "'")
                    && tokens.stream().anyMatch(token -> token.is("set_config"));
            if ((isSet || isCall) && isNothing(tokens.get(i + 2).text())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNothing(String value) {
        return value.replace("'", "").strip().matches("0+\\s*(us|ms|s|min|h|d)?");
    }
}

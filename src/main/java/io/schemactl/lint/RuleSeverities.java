package io.schemactl.lint;

import io.schemactl.finding.Severity;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.problem.Suggestion;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How much each rule matters, as the settings say. */
public final class RuleSeverities {

    private static final String OFF = "off";

    private final Map<String, Optional<Severity>> chosen = new HashMap<>();

    /**
     * What the settings say.
     *
     * @param settings by the ids of rules: {@code error}, {@code warning}, {@code note} or {@code off}
     * @param rules the ids that there are
     * @throws ProblemException if an id or a word means nothing
     */
    public RuleSeverities(Map<String, String> settings, List<String> rules) {
        settings.forEach((rule, word) -> {
            if (!rules.contains(rule)) {
                throw wrong("there is no rule `%s`%s".formatted(rule, Suggestion.hint(rule, rules)));
            }
            chosen.put(rule, severity(rule, word));
        });
    }

    /**
     * What the settings say, each as {@code rule=severity}.
     *
     * @throws ProblemException if an id or a word means nothing
     */
    public static RuleSeverities parse(List<String> settings, List<String> rules) {
        Map<String, String> words = new HashMap<>();
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            if (equals < 1) {
                throw wrong("`%s` is not RULE=SEVERITY".formatted(setting));
            }
            words.put(
                    setting.substring(0, equals).strip(),
                    setting.substring(equals + 1).strip());
        }
        return new RuleSeverities(words, rules);
    }

    private static Optional<Severity> severity(String rule, String word) {
        if (word.equals(OFF)) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(Severity.values())
                .filter(each -> each.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> wrong("the rule %s cannot be `%s`; possible are %s"
                        .formatted(
                                rule,
                                word,
                                String.join(
                                        ", ",
                                        Stream.concat(
                                                        Arrays.stream(Severity.values())
                                                                .map(Severity::word),
                                                        Stream.of(OFF))
                                                .toList())))));
    }

    private static ProblemException wrong(String message) {
        return new ProblemException(Problem.of(ProblemCode.SETTINGS, message)
                .fix("correct `lint-rules` in the settings, or --lint-rules; `schemactl lint --list` shows the rules"));
    }

    /** How much a rule matters; nothing if it is off. */
    Optional<Severity> of(Rule rule) {
        return chosen.getOrDefault(rule.id(), rule.isOptional() ? Optional.empty() : Optional.of(rule.severity()));
    }

    /** How much a rule matters that is no class of its own; nothing if it is off. */
    Optional<Severity> of(String rule, Severity otherwise) {
        return chosen.getOrDefault(rule, Optional.of(otherwise));
    }
}

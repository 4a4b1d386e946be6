package io.schemactl.cli;

import io.schemactl.config.Origin;
import io.schemactl.config.Setting;
import io.schemactl.config.Settings;
import io.schemactl.config.Sourced;
import io.schemactl.finding.Severity;
import io.schemactl.lint.NamePatterns;
import io.schemactl.lint.RuleSeverities;
import io.schemactl.lint.rules.Rules;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.task.Lint;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns settings and options into what to judge, and says where a setting stands that has no meaning. */
final class LintRequest {

    private LintRequest() {}

    /**
     * What to judge.
     *
     * @throws ProblemException if a setting has no meaning
     */
    static Lint.Request of(Settings settings, List<String> stories, @Nullable String since) {
        return new Lint.Request(severities(settings), names(settings), failOn(settings), stories, since);
    }

    private static NamePatterns names(Settings settings) {
        try {
            return NamePatterns.parse(settings.lintNames());
        } catch (ProblemException e) {
            throw new ProblemException(placed(e.problem(), settings, Setting.LINT_NAMES), e);
        }
    }

    private static RuleSeverities severities(Settings settings) {
        try {
            return RuleSeverities.parse(settings.lintRules(), Rules.ids());
        } catch (ProblemException e) {
            throw new ProblemException(placed(e.problem(), settings, Setting.LINT_RULES), e);
        }
    }

    private static Severity failOn(Settings settings) {
        String word = settings.failOn().toLowerCase(Locale.ROOT);
        return Stream.of(Severity.values())
                .filter(severity -> severity.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new ProblemException(placed(
                        Problem.of(
                                        ProblemCode.SETTINGS,
                                        "`fail-on` is `%s`, which is no severity".formatted(settings.failOn()))
                                .fix("write error, warning or note"),
                        settings,
                        Setting.FAIL_ON)));
    }

    private static Problem placed(Problem problem, Settings settings, Setting setting) {
        return settings.values().stream()
                .filter(value -> value.name().equals("settings." + setting.key()))
                .map(Sourced::origin)
                .findFirst()
                .map(origin -> origin instanceof Origin.File file
                        ? problem.at(file.position())
                        : problem.about(origin.toString()))
                .orElse(problem);
    }
}

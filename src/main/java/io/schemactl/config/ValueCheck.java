package io.schemactl.config;

import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says whether a text can be a setting's value. */
final class ValueCheck {

    private static final Pattern COUNT = Pattern.compile("\\d{1,6}");
    private static final List<String> YES = List.of("true", "yes", "on");
    private static final List<String> NO = List.of("false", "no", "off");

    private ValueCheck() {}

    /** What is wrong with a value, if anything; the caller knows the place. */
    static Optional<Problem> problem(Setting setting, String text) {
        return switch (setting.kind()) {
            case TEXT, PATH, URL, COMMAND -> text.isBlank() ? wrong(setting, "is empty", null) : Optional.empty();
            case DURATION ->
                DurationText.parse(text).isPresent()
                        ? Optional.empty()
                        : wrong(
                                setting,
                                "is `%s`, which is not a time".formatted(text),
                                "write 500ms, 3s, 5m, 1h, or 0");
            case COUNT ->
                COUNT.matcher(text).matches()
                        ? Optional.empty()
                        : wrong(
                                setting,
                                "is `%s`, which is not a whole number".formatted(text),
                                "write a number from 0");
            case BOOLEAN ->
                findBoolean(text).isPresent()
                        ? Optional.empty()
                        : wrong(
                                setting,
                                "is `%s`, which is neither true nor false".formatted(text),
                                "write true or false");
            case MAP -> Optional.empty();
        };
    }

    /** Yes or no, as YAML 1.1 spells them. */
    static Optional<Boolean> findBoolean(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        if (YES.contains(word)) {
            return Optional.of(true);
        }
        return NO.contains(word) ? Optional.of(false) : Optional.empty();
    }

    private static Optional<Problem> wrong(Setting setting, String what, @Nullable String fix) {
        return Optional.of(Problem.of(ProblemCode.SETTINGS, "`%s` %s".formatted(setting.key(), what))
                .fix(fix));
    }
}

package io.schemactl.config;

import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Puts environment variables into a value of the settings file: {@code ${NAME}}, {@code ${NAME:-default}}, {@code $$}. */
final class Interpolation {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final FileValue value;
    private final Environment environment;
    private final Set<String> mentioned = new LinkedHashSet<>();
    private final Set<String> used = new LinkedHashSet<>();
    private final List<Problem> broken = new ArrayList<>();
    private final List<Problem> missing = new ArrayList<>();

    private Interpolation(FileValue value, Environment environment) {
        this.value = value;
        this.environment = environment;
    }

    /**
     * A value with its variables put in.
     *
     * @param text the result
     * @param mentioned the variables that the value names
     * @param used those of them that are set and stand in the result
     * @param broken what is wrong with the syntax, whatever is set
     * @param missing the variables that have no value and no default
     */
    record Expanded(
            String text, List<String> mentioned, List<String> used, List<Problem> broken, List<Problem> missing) {

        /** The origin of the text. */
        Origin origin(FileValue value) {
            return new Origin.File(value.position(), used);
        }
    }

    /** Puts the variables into a value. */
    static Expanded expand(FileValue value, Environment environment) {
        var interpolation = new Interpolation(value, environment);
        String text = interpolation.expand(value.text(), true);
        return new Expanded(
                text,
                List.copyOf(interpolation.mentioned),
                List.copyOf(interpolation.used),
                List.copyOf(interpolation.broken),
                List.copyOf(interpolation.missing));
    }

    /** Whether a value holds variables or escapes, so that its text is not yet what it means. */
    static boolean isNeeded(String text) {
        return text.contains("${") || text.contains("$$");
    }

    private String expand(String text, boolean wanted) {
        var result = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            if (text.startsWith("$$", at)) {
                result.append('$');
                at += 2;
            } else if (text.startsWith("${", at)) {
                int end = closing(text, at + 2);
                if (end < 0) {
                    broken.add(problem("`${` without `}`", "write `$$` for a dollar sign"));
                    return result.toString();
                }
                result.append(variable(text.substring(at + 2, end), wanted));
                at = end + 1;
            } else {
                result.append(text.charAt(at++));
            }
        }
        return result.toString();
    }

    private String variable(String inside, boolean wanted) {
        int operator = inside.indexOf(":-");
        String name = operator < 0 ? inside : inside.substring(0, operator);
        if (!NAME.matcher(name).matches()) {
            // The text is not repeated: it may be a part of a password that holds a dollar sign.
            broken.add(problem(
                    "`${` is not followed by a variable's name",
                    "write ${NAME} or ${NAME:-default}; `$$` is a dollar sign"));
            return "";
        }
        mentioned.add(name);
        var set = environment.find(name);
        String byDefault = operator < 0 ? "" : expand(inside.substring(operator + 2), wanted && set.isEmpty());
        if (set.isPresent()) {
            if (wanted) {
                used.add(name);
            }
            return set.get();
        }
        if (operator < 0 && wanted) {
            missing.add(problem(
                    "environment variable " + name + " is not set",
                    "set " + name + ", or write ${" + name + ":-default} here"));
        }
        return byDefault;
    }

    private static int closing(String text, int from) {
        int depth = 1;
        for (int at = from; at < text.length(); at++) {
            if (text.startsWith("${", at)) {
                depth++;
            } else if (text.charAt(at) == '}' && --depth == 0) {
                return at;
            }
        }
        return -1;
    }

    private Problem problem(String message, String fix) {
        return Problem.of(ProblemCode.SETTINGS, message).at(value.position()).fix(fix);
    }
}

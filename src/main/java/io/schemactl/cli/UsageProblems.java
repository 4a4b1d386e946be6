package io.schemactl.cli;

import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.problem.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Puts wrong command lines into words. */
final class UsageProblems {

    /** What picocli's help command says. */
    private static final Pattern UNKNOWN_COMMAND = Pattern.compile("Unknown subcommand '(.*)'\\.");

    private UsageProblems() {}

    static ProblemException of(String message, CommandSpec command) {
        return new ProblemException(Problem.of(ProblemCode.USAGE, message).fix(help(command)));
    }

    static ProblemException of(ParameterException failure) {
        CommandSpec command = failure.getCommandLine().getCommandSpec();
        return new ProblemException(
                Problem.of(ProblemCode.USAGE, message(failure, command)).fix(help(command)), failure);
    }

    private static String message(ParameterException failure, CommandSpec command) {
        if (failure instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched, command);
        }
        if (failure.getArgSpec() instanceof OptionSpec option && failure.getValue() != null) {
            return "%s is `%s`, but must be %s".formatted(option.longestName(), failure.getValue(), expected(option));
        }
        if (failure instanceof MissingParameterException missing
                && missing.getMissing().get(0) instanceof OptionSpec option) {
            return "%s wants a value: %s".formatted(option.longestName(), option.paramLabel());
        }
        var unknown = UNKNOWN_COMMAND.matcher(String.valueOf(failure.getMessage()));
        if (unknown.matches()) {
            String word = unknown.group(1);
            return "unknown command `%s`%s"
                    .formatted(word, Suggestion.hint(word, command.subcommands().keySet()));
        }
        return words(String.valueOf(failure.getMessage()));
    }

    private static String expected(OptionSpec option) {
        if (option.completionCandidates() == null) {
            return option.type() == Integer.class ? "a whole number" : option.paramLabel();
        }
        List<String> values = new ArrayList<>();
        option.completionCandidates().forEach(values::add);
        int last = values.size() - 1;
        return String.join(", ", values.subList(0, last)) + " or " + values.get(last);
    }

    private static String unmatched(UnmatchedArgumentException failure, CommandSpec command) {
        String word = failure.getUnmatched().get(0);
        boolean isOption = word.startsWith("-") && word.length() > 1;
        List<String> known = new ArrayList<>();
        if (isOption) {
            command.options().forEach(option -> known.addAll(List.of(option.names())));
        } else {
            known.addAll(command.subcommands().keySet());
        }
        String bare = isOption ? word.split("=", 2)[0] : word;
        String kind = isOption ? "option" : command.subcommands().isEmpty() ? "argument" : "command";
        return "unknown %s `%s`%s".formatted(kind, bare, Suggestion.hint(bare, known));
    }

    /** Picocli's sentences begin with a capital. */
    private static String words(String message) {
        String line = message.replaceAll("\\s*\\R\\s*", "; ");
        return line.isEmpty() ? line : Character.toLowerCase(line.charAt(0)) + line.substring(1);
    }

    private static String help(CommandSpec command) {
        return "see `%s --help`".formatted(command.qualifiedName());
    }
}

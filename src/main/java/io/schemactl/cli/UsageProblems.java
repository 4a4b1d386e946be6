package io.schemactl.cli;

import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.problem.Suggestion;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Puts wrong command lines into words. */
final class UsageProblems {

    private UsageProblems() {}

    static ProblemException of(String message, CommandSpec command) {
        return new ProblemException(Problem.of(ProblemCode.USAGE, message).fix(help(command)));
    }

    static ProblemException of(ParameterException failure) {
        CommandSpec command = failure.getCommandLine().getCommandSpec();
        String message = failure instanceof UnmatchedArgumentException unmatched
                ? unmatched(unmatched, command)
                : words(String.valueOf(failure.getMessage()));
        return new ProblemException(Problem.of(ProblemCode.USAGE, message).fix(help(command)), failure);
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

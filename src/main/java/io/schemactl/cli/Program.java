package io.schemactl.cli;

import io.schemactl.problem.ExitCode;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.problem.StackTraceText;
import io.schemactl.report.Style;
import io.schemactl.report.TextReports;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;

/** The whole program as a function of arguments and a shell. */
public final class Program {

    private static final int HELP_WIDTH = 110;

    private final Shell shell;

    /** The program in a shell. */
    public Program(Shell shell) {
        this.shell = shell;
    }

    /**
     * Stops the command line that runs: cancels what runs on the server, and waits until it has cleaned up.
     *
     * @param seconds how long to wait at most
     */
    public void stop(long seconds) {
        for (long second = 0; second < seconds && !shell.interruption().isFinished(); second++) {
            shell.interruption().request();
            shell.interruption().awaitFinished(1);
        }
    }

    /** Runs a command line, and returns the exit code. Everything that goes wrong has been printed by then. */
    public int run(List<String> arguments) {
        try {
            int code = commandLine().execute(arguments.toArray(String[]::new));
            shell.out().flush();
            shell.err().flush();
            return shell.interruption().isRequested() ? ExitCode.INTERRUPTED.status() : code;
        } finally {
            shell.interruption().finished();
        }
    }

    /** Prints a problem that lies outside of any command line. */
    public static void print(Problem problem, PrintStream err) {
        err.print(new TextReports(new Style(false, false, Path.of(""))).problems(List.of(problem)));
    }

    /** The command line with all its commands; also for what describes them. */
    CommandLine commandLine() {
        var line = new CommandLine(new RootCommand());
        List.of(
                        new UpgradeCommand(shell),
                        new RollbackCommand(shell),
                        new PlanCommand(shell),
                        new StatusCommand(shell),
                        new VerifyCommand(shell),
                        new DiffCommand(shell),
                        new ProveCommand(shell),
                        new LintCommand(shell),
                        new DoctorCommand(shell),
                        new NewCommand(shell),
                        new SnapshotCommand(shell),
                        new HistoryCommand(shell),
                        new StampCommand(shell))
                .forEach(command -> line.addSubcommand(command(command)));
        var help = new CommandLine(new CommandLine.HelpCommand());
        help.getCommandSpec().usageMessage().header("Prints the help of a command.");
        line.addSubcommand(help);
        line.getCommandSpec().version("schemactl " + shell.version());
        line.setOut(new PrintWriter(shell.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(shell.err(), true, StandardCharsets.UTF_8));
        line.setUsageHelpWidth(TerminalWidth.of(shell.environment(), HELP_WIDTH));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setColorScheme(CommandLine.Help.defaultColorScheme(
                shell.isTerminal() ? CommandLine.Help.Ansi.AUTO : CommandLine.Help.Ansi.OFF));
        line.setParameterExceptionHandler(
                (failure, words) -> print(UsageProblems.of(failure), failure.getCommandLine()));
        line.setExecutionExceptionHandler((failure, failed, parsed) -> print(problem(failure), failed));
        return line;
    }

    private static CommandLine command(TargetCommand command) {
        var line = new CommandLine(command);
        SettingOptions.addTo(line.getCommandSpec(), command::reads);
        line.getCommandSpec()
                .addOption(CommandLine.Model.OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("print this help")
                        .build());
        HelpLayout.apply(line);
        return line;
    }

    private static ProblemException problem(Exception failure) {
        if (failure instanceof ProblemException problem) {
            return problem;
        }
        return new ProblemException(
                Problem.of(
                                ProblemCode.INTERNAL,
                                "%s: %s".formatted(failure.getClass().getSimpleName(), failure.getMessage()))
                        .fix("this is a bug in schemactl; please report it with the stack trace above"),
                failure);
    }

    private int print(ProblemException failure, CommandLine failed) {
        var options = failed.getCommandSpec().userObject() instanceof TargetCommand command
                ? command.output
                : new OutputOptions();
        if (failure.problem().code() == ProblemCode.INTERNAL && failure.getCause() != null) {
            shell.err().print(StackTraceText.of(failure.getCause()));
        }
        new ProblemPrinter(shell, options).print(failure);
        if (failed.getCommandSpec().userObject() instanceof TargetCommand command && command.answersInJson()) {
            command.print(command.json().problems(failed.getCommandName(), failure.problems()));
        }
        return failure.problem().code().exitCode().status();
    }
}

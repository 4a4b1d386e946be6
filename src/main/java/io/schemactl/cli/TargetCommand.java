package io.schemactl.cli;

import io.schemactl.config.Setting;
import io.schemactl.config.Settings;
import io.schemactl.config.SettingsLoader;
import io.schemactl.config.SettingsRequest;
import io.schemactl.config.Target;
import io.schemactl.problem.ExitCode;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemException;
import io.schemactl.report.JsonReports;
import io.schemactl.report.TextReports;
import io.schemactl.task.TaskContext;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command that works on targets: options become settings, each target is worked on, results are printed. */
abstract class TargetCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Option(
            names = "--parallel",
            paramLabel = "N",
            defaultValue = "1",
            description = "work on so many targets at once; default 1")
    int parallel = 1;

    @Mixin
    OutputOptions output = new OutputOptions();

    private final Shell shell;

    TargetCommand(Shell shell) {
        this.shell = shell;
    }

    /** Whether the answer is JSON, so that a failure is too. */
    abstract boolean answersInJson();

    /** Whether a setting makes a difference for this command; those about locks do where something is changed. */
    boolean reads(Setting setting) {
        return switch (setting) {
            case LOCK_TIMEOUT,
                    LOCK_RETRIES,
                    LOCK_WAIT,
                    STATEMENT_TIMEOUT,
                    SHADOW,
                    IGNORE,
                    EXCLUDE,
                    LINT_RULES,
                    LINT_NAMES,
                    FAIL_ON -> false;
            case CONFIG,
                    TARGET,
                    CHANGELOG,
                    URL,
                    SEARCH_PATH,
                    DEFAULT_SCHEMA,
                    HISTORY_SCHEMA,
                    CONTEXT_FILTER,
                    LABEL_FILTER,
                    CLASS_PATH,
                    PASSWORD_COMMAND,
                    PROTECTED,
                    PARAMETERS,
                    DATA_DIR -> true;
        };
    }

    /** Whether a setting is about how long what changes something waits and works. */
    static boolean isAboutTime(Setting setting) {
        return switch (setting) {
            case LOCK_TIMEOUT, LOCK_RETRIES, LOCK_WAIT, STATEMENT_TIMEOUT -> true;
            case CONFIG,
                    TARGET,
                    CHANGELOG,
                    URL,
                    SEARCH_PATH,
                    DEFAULT_SCHEMA,
                    HISTORY_SCHEMA,
                    CONTEXT_FILTER,
                    LABEL_FILTER,
                    CLASS_PATH,
                    PASSWORD_COMMAND,
                    PROTECTED,
                    PARAMETERS,
                    SHADOW,
                    IGNORE,
                    EXCLUDE,
                    LINT_RULES,
                    LINT_NAMES,
                    FAIL_ON,
                    DATA_DIR -> false;
        };
    }

    final Shell shell() {
        return shell;
    }

    final TextReports text() {
        return new TextReports(output.style(shell));
    }

    final JsonReports json() {
        return new JsonReports(shell.environment().workingDirectory());
    }

    final void print(String answer) {
        shell.out().print(answer);
    }

    /** A usage error of this command. */
    final ProblemException usage(String message) {
        return UsageProblems.of(message, spec);
    }

    /**
     * Works on every target, also when one fails.
     *
     * @return the results of the targets that did not fail
     */
    final <T> Outcome<T> forEachTarget(Function<Work, T> work) {
        return forEachTarget(settingsRequest(), work);
    }

    /** The same where a target's database is not needed. */
    final <T> Outcome<T> forEachOfflineTarget(Function<Work, T> work) {
        return forEachTarget(settingsRequest().offline(), work);
    }

    private <T> Outcome<T> forEachTarget(SettingsRequest request, Function<Work, T> work) {
        Settings settings = SettingsLoader.load(request, shell.environment());
        return forEach(settings, settings.targets(), (context, target) -> work.apply(new Work(context, target)));
    }

    /** Refuses an option that is about one database where several targets are named, before any is contacted. */
    final void requireOneTarget(String option) {
        int targets = SettingsLoader.load(settingsRequest().offline(), shell.environment())
                .targets()
                .size();
        if (targets > 1) {
            throw usage("%s is about one database, but there are %d targets".formatted(option, targets));
        }
    }

    /** What the command line says about settings. */
    final SettingsRequest settingsRequest() {
        return SettingOptions.request(spec.commandLine().getParseResult());
    }

    /**
     * Works on every item, at least one, also when one fails.
     *
     * @return the results of the items that did not fail
     */
    final <I, T> Outcome<T> forEach(Settings settings, List<I> items, BiFunction<TaskContext, I, T> work) {
        if (parallel < 1) {
            throw usage("--parallel wants a number from 1, not " + parallel);
        }
        try (var progress = new Progress(shell, output)) {
            settings.warnings().forEach(warning -> progress.says("warning: " + warning));
            var context = new TaskContext(settings, shell.environment(), shell.interruption(), progress, application());
            return new TargetRuns<I, T>(shell.interruption(), item -> work.apply(context, item), failure -> {
                        progress.pause();
                        new ProblemPrinter(shell, output).print(failure);
                    })
                    .on(items, parallel);
        }
    }

    private String application() {
        return "schemactl " + shell.version() + " " + spec.name();
    }

    /** A target, and what its task gets. */
    record Work(TaskContext context, Target target) {}

    /** What came of all targets. */
    record Outcome<T>(List<T> results, List<Problem> problems) {

        /** The exit code: the first failure's, or else what the results say. */
        int exitCode(Function<T, ExitCode> judge) {
            if (!problems.isEmpty()) {
                return problems.get(0).code().exitCode().status();
            }
            return results.stream()
                    .map(judge)
                    .filter(code -> code != ExitCode.DONE)
                    .findFirst()
                    .orElse(ExitCode.DONE)
                    .status();
        }

        /** The exit code where every result is good. */
        int exitCode() {
            return exitCode(result -> ExitCode.DONE);
        }
    }
}

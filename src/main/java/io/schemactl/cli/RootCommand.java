package io.schemactl.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command above all commands. */
@Command(
        name = "schemactl",
        description = {
            "Migrates PostgreSQL schemas with plain Liquibase changelogs, and proves what it did.",
            "",
            "Settings and targets are in schemactl.yaml; without a target the default one is used."
        },
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Try `schemactl status`, or `schemactl COMMAND --help` for a command's options and examples.",
            "",
            "Exit codes: 0 done, or yes; 1 the check says no; 2 wrong usage or settings; 3 the changelog is wrong;",
            "  4 not reachable, not permitted or locked; 5 execution failed; 6 refused by a guard; 70 a bug;",
            "  130 interrupted."
        })
final class RootCommand implements Runnable {

    @Spec
    CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "print this help")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "print the version")
    boolean version;

    @Override
    public void run() {
        throw UsageProblems.of("a command is missing", spec);
    }
}

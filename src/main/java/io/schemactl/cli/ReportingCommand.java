package io.schemactl.cli;

import picocli.CommandLine.Option;

/** A command that says what it did to each target, to people or to programs. */
abstract class ReportingCommand extends TargetCommand {

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "how to print: ${COMPLETION-CANDIDATES}")
    private ReportFormat format = ReportFormat.TEXT;

    ReportingCommand(Shell shell) {
        super(shell);
    }

    @Override
    final boolean answersInJson() {
        return format == ReportFormat.JSON;
    }
}

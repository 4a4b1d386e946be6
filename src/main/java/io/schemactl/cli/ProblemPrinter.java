package io.schemactl.cli;

import io.schemactl.problem.ProblemException;
import io.schemactl.problem.StackTraceText;
import io.schemactl.report.TextReports;

/** The one place that prints errors. */
final class ProblemPrinter {

    private final Shell shell;
    private final OutputOptions options;

    ProblemPrinter(Shell shell, OutputOptions options) {
        this.shell = shell;
        this.options = options;
    }

    void print(ProblemException failure) {
        shell.err().print(new TextReports(options.style(shell)).problems(failure.problems()));
        if (options.debug && failure.getCause() != null) {
            shell.err().print(StackTraceText.of(failure.getCause()));
        }
    }
}

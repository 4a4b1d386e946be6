package io.schemactl.report;

import io.schemactl.task.VerifyReport;

/** Writes what a verification found. */
final class VerifyText {

    private final Style style;

    VerifyText(Style style) {
        this.style = style;
    }

    String of(VerifyReport report) {
        var lines = new Lines(style);
        TargetText.append(lines, report.target());
        new FindingLines(style, "whole database").append(lines, report.findings());
        Paint paint = report.isGood() ? Paint.GREEN : Paint.RED;
        return lines.line(paint, VerifySummary.of(report)).toString();
    }
}

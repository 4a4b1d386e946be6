package io.schemactl.report;

import io.schemactl.engine.ChangeSetEntry;
import io.schemactl.task.PlanReport;

/** Writes what would run. */
final class PlanText {

    private final Style style;
    private final Places places;

    PlanText(Style style) {
        this.style = style;
        this.places = new Places(style.workingDirectory());
    }

    String of(PlanReport report) {
        var lines = new Lines(style);
        TargetText.append(lines, report.target());
        if (report.changeSets().isEmpty()) {
            return lines.line("nothing to do").toString();
        }
        for (int i = 0; i < report.changeSets().size(); i++) {
            lines.gap();
            append(lines, i + 1, report.changeSets().get(i));
        }
        lines.gap();
        if (report.outlook() != null) {
            new ForecastText(lines).append(report, report.outlook());
        }
        int count = report.changeSets().size();
        return lines.line("%s would run; `--format sql` prints the script".formatted(Words.changeSets(count)))
                .toString();
    }

    private void append(Lines lines, int number, PlanReport.Planned planned) {
        ChangeSetEntry entry = planned.entry();
        lines.line("%d. %s, %s"
                .formatted(
                        number, style.paint(Paint.BOLD, Printable.line(entry.story())), Printable.line(entry.label())));
        lines.line(Paint.DIM, "   at " + places.clickable(entry.position()));
        if (planned.isOutOfOrder()) {
            lines.line(Paint.YELLOW, "   out of order: it stands before change sets that are applied already");
        }
        if (!entry.inTransaction()) {
            lines.line(Paint.YELLOW, "   not in a transaction: its statements take effect one by one");
        }
        if (planned.statements().isEmpty()) {
            lines.line("     no statements");
        }
        planned.statements().forEach(statement -> statement(lines, statement));
        if (planned.forecast() != null) {
            new ForecastText(lines).append(planned.forecast());
        }
    }

    private static void statement(Lines lines, String statement) {
        var shown = Printable.lines(statement);
        shown.forEach(line -> lines.line("     " + line));
    }
}

package io.schemactl.report;

import io.schemactl.task.NewStoryReport;

/** Writes what came of a new story. */
final class NewStoryText {

    private final Style style;
    private final Places places;

    NewStoryText(Style style) {
        this.style = style;
        this.places = new Places(style.workingDirectory());
    }

    String of(NewStoryReport report) {
        var lines = new Lines(style);
        report.notes()
                .forEach(note -> lines.line(Paint.YELLOW, "%s %s".formatted(style.doubtful(), Printable.line(note))));
        report.files().forEach(file -> lines.line("wrote " + Printable.line(places.path(file))));
        String took = " (%s)".formatted(Words.took(report.took()));
        String root = Printable.line(places.path(report.root()));
        String last = switch (report.result()) {
            case INCLUDED -> "%s includes it; review it, then run `schemactl upgrade`".formatted(root);
            case FOUND -> "%s finds it; review it, then run `schemactl upgrade`".formatted(root);
            case EQUAL -> "no differences; nothing was written";
        };
        return lines.line(Paint.GREEN, last + took).toString();
    }
}

package io.schemactl.report;

import io.schemactl.problem.Problem;
import io.schemactl.problem.ServerMessage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes problems: what, where, the server's words, the statement, what was changed, and the next step. */
final class ProblemText {

    private static final String INDENT = "  ";

    private final Style style;
    private final Places places;

    ProblemText(Style style) {
        this.style = style;
        this.places = new Places(style.workingDirectory());
    }

    String of(List<Problem> problems) {
        var lines = new Lines(style);
        for (int i = 0; i < problems.size(); i++) {
            if (i > 0) {
                lines.gap();
            }
            append(lines, problems.get(i));
        }
        return lines.toString();
    }

    private void append(Lines lines, Problem problem) {
        message(lines, problem);
        where(lines, problem);
        ServerMessage server = problem.server();
        if (server != null) {
            lines.labelled(INDENT, "server:", server.sqlState() + " " + server.text());
            optional(lines, "detail:", server.detail());
            optional(lines, "hint:", server.hint());
            optional(lines, "context:", server.where());
        }
        if (problem.excerpt() != null) {
            lines.line(INDENT + style.paint(Paint.CYAN, "statement:"));
            new ExcerptText(style, INDENT + "    ").append(lines, problem.excerpt());
        }
        optional(lines, "state:", problem.state());
        optional(lines, "fix:", problem.fix());
    }

    private void message(Lines lines, Problem problem) {
        String code =
                style.paint(Paint.RED, "error[%s]:".formatted(problem.code().id()));
        List<String> message = Printable.lines(problem.message());
        lines.line(code + " " + (message.isEmpty() ? "" : style.paint(Paint.BOLD, message.get(0))));
        message.stream().skip(1).forEach(line -> lines.line(INDENT + INDENT + line));
    }

    private void where(Lines lines, Problem problem) {
        List<String> parts = new ArrayList<>();
        if (problem.position() != null) {
            parts.add(places.clickable(problem.position()));
        }
        if (problem.subject() != null) {
            parts.add(Printable.line(problem.subject()));
        }
        if (!parts.isEmpty()) {
            lines.line(INDENT + "at " + String.join(", ", parts));
        }
    }

    private static void optional(Lines lines, String label, @Nullable String words) {
        if (words != null) {
            lines.labelled(INDENT, label, words);
        }
    }
}

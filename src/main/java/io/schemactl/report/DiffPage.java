package io.schemactl.report;

import io.schemactl.diff.DifferenceText;
import io.schemactl.task.DiffReport;
import io.schemactl.task.SideReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes comparisons as one HTML page that needs nothing else. */
final class DiffPage {

    private final DiffWords words;
    private final StringBuilder html = new StringBuilder();

    DiffPage(Places places) {
        this.words = new DiffWords(places);
    }

    String of(List<DiffReport> reports) {
        html.append("""
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="generator" content="schemactl">
                <title>schemactl diff</title>
                <style>
                """).append(resource("diff.css")).append("""
                </style>
                </head>
                <body>
                <main>
                """);
        for (int i = 0; i < reports.size(); i++) {
            comparison(reports.get(i), i + 1);
        }
        html.append("</main>\n<script>\n").append(resource("diff.js")).append("</script>\n</body>\n</html>\n");
        return html.toString();
    }

    private void comparison(DiffReport report, int number) {
        html.append("<section class=\"comparison\" aria-labelledby=\"h%d\">\n".formatted(number));
        html.append(
                "<h1 id=\"h%d\">%s → %s</h1>\n".formatted(number, text(name(report.from())), text(name(report.to()))));
        html.append("<p class=\"summary\">%s</p>\n".formatted(text(DiffWords.summary(report))));
        html.append("<dl class=\"sides\">\n<dt>from</dt><dd>%s</dd>\n<dt>to</dt><dd>%s</dd>\n</dl>\n"
                .formatted(text(words.side(report.from())), text(words.side(report.to()))));
        reordered(report);
        unseen(report.from());
        unseen(report.to());
        if (!report.isEqual()) {
            tools(number);
            html.append("<ul class=\"differences\">\n");
            report.differences().forEach(this::difference);
            html.append("</ul>\n");
        }
        html.append("</section>\n");
    }

    private static String name(SideReport side) {
        return switch (side.kind()) {
            case DATABASE, SNAPSHOT, SQL -> side.name();
            case CHANGELOG -> "changelog of " + side.name();
        };
    }

    private void reordered(DiffReport report) {
        if (report.reordered().isEmpty()) {
            return;
        }
        html.append("<div class=\"unseen\"><h2>Columns in another order; counts with --strict only</h2>\n<ul>\n");
        report.reordered()
                .forEach(object -> object.lines()
                        .forEach(line -> html.append("<li><code>%s</code>: %s → %s</li>\n"
                                .formatted(
                                        text(DiffWords.title(object)),
                                        text(String.valueOf(line.from())),
                                        text(String.valueOf(line.to()))))));
        html.append("</ul></div>\n");
    }

    private void unseen(SideReport side) {
        if (side.unseen().isEmpty()) {
            return;
        }
        html.append("<div class=\"unseen\"><h2>Not compared, of %s</h2>\n<ul>\n".formatted(text(side.name())));
        side.unseen().forEach(object -> html.append("<li><code>%s</code></li>\n".formatted(text(object))));
        html.append("</ul></div>\n");
    }

    /** Shown by the script only, because without it they would do nothing. */
    private void tools(int number) {
        html.append("<div class=\"tools\" role=\"search\" hidden>\n");
        html.append("<label for=\"s%d\">Find</label> <input type=\"search\" id=\"s%d\" autocomplete=\"off\">\n"
                .formatted(number, number));
        for (DiffWords.Change change : DiffWords.Change.values()) {
            String id = Words.id(change);
            html.append("<label><input type=\"checkbox\" value=\"%s\" checked> %s</label>\n".formatted(id, id));
        }
        html.append("<span class=\"count\" role=\"status\"></span>\n</div>\n");
    }

    private void difference(DifferenceText difference) {
        String change = Words.id(DiffWords.change(difference));
        html.append("<li class=\"%s\">\n<h2><span class=\"mark\">%s</span> %s <code>%s</code></h2>\n"
                .formatted(change, change, text(difference.kind()), text(difference.object())));
        List<DifferenceText.Line> lines =
                difference.lines().stream().filter(line -> !line.longText()).toList();
        if (!lines.isEmpty()) {
            html.append("<table>\n<caption>%s</caption>\n".formatted(text(DiffWords.title(difference))));
            html.append("<thead><tr><th scope=\"col\">property</th><th scope=\"col\">from</th>"
                    + "<th scope=\"col\">to</th></tr></thead>\n<tbody>\n");
            lines.forEach(this::row);
            html.append("</tbody></table>\n");
        }
        difference.lines().stream().filter(DifferenceText.Line::longText).forEach(this::body);
        html.append("</li>\n");
    }

    private void row(DifferenceText.Line line) {
        html.append("<tr><th scope=\"row\">%s</th><td class=\"from\">%s</td><td class=\"to\">%s</td></tr>\n"
                .formatted(text(line.property()), text(line.from()), text(line.to())));
    }

    private void body(DifferenceText.Line line) {
        html.append("<details open><summary>%s</summary>\n<pre>".formatted(text(line.property())));
        for (UnifiedDiff.Line each :
                UnifiedDiff.of(whole(line.from()), whole(line.to())).lines()) {
            String style = switch (each.sign()) {
                case '+' -> " class=\"ins\"";
                case '-' -> " class=\"del\"";
                case '@' -> " class=\"at\"";
                default -> "";
            };
            html.append("<span%s>%s</span>".formatted(style, text(each.printed().replace("\t", "    "))));
        }
        html.append("</pre>\n</details>\n");
    }

    private static String whole(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** Printable text without mark-up; its line breaks are entities, so that each line of the page is the page's own. */
    private static String text(@Nullable String value) {
        return String.join(
                "&#10;",
                whole(value)
                        .lines()
                        .map(line -> Printable.line(line)
                                .replace("&", "&amp;")
                                .replace("<", "&lt;")
                                .replace(">", "&gt;")
                                .replace("\"", "&quot;")
                                .replace("'", "&#39;"))
                        .toList());
    }

    private static String resource(String name) {
        try (InputStream stream = DiffPage.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("not on the class path: " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

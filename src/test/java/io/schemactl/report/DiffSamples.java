package io.schemactl.report;

import io.schemactl.diff.DifferenceText;
import io.schemactl.diff.DifferenceText.Line;
import io.schemactl.task.DiffReport;
import io.schemactl.task.SideReport;
import io.schemactl.task.SideReport.Kind;
import java.time.Duration;
import java.util.List;

/** Comparisons to render. */
final class DiffSamples {

    private static final String BODY =
            "begin\n\t-- 1\n  -- 2\n  -- 3\n  -- 4\n  if x < 1 & 3 then\n    return 1;\n  end if;\n"
                    + "  -- 5\n  -- 6\n  return 2;\nend";

    private DiffSamples() {}

    private static SideReport database(List<String> unseen) {
        return new SideReport(
                Kind.DATABASE, "portal", "postgresql://app@db.example:5432/portal", null, null, "17.8", 1_234, unseen);
    }

    private static SideReport changelog() {
        return new SideReport(
                Kind.CHANGELOG,
                "portal",
                null,
                Samples.DIRECTORY.resolve("changelog/changelog.yaml"),
                "story-2.0",
                "18.1",
                1_236,
                List.of());
    }

    static DiffReport equal() {
        var empty = new SideReport(
                Kind.SQL, "db/\u001b[31m.sql", null, Samples.DIRECTORY.resolve("db/x.sql"), null, "14.2", 0, List.of());
        var snapshot = new SideReport(
                Kind.SNAPSHOT, "schema.yaml", null, Samples.DIRECTORY.resolve("schema.yaml"), null, "17", 0, List.of());
        return new DiffReport(empty, snapshot, List.of(), List.of(), Duration.ofMillis(12));
    }

    static DiffReport different() {
        return new DiffReport(
                database(List.of("cast (integer AS public.money2)", Samples.EVIL)),
                changelog(),
                List.of(
                        new DifferenceText(
                                "table",
                                "\"Größe\"",
                                "~",
                                List.of(
                                        new Line("column a: type", "varchar(10)", "text", false),
                                        Line.saying("column a: NOT NULL now"),
                                        new Line("column b", "integer", null, false),
                                        new Line("column " + Samples.EVIL, null, Samples.EVIL, false))),
                        new DifferenceText("function", "f(integer)", "~", List.of(body())),
                        new DifferenceText(
                                "view", "v", "-", List.of(new Line("definition", " SELECT 1\n ```", null, true))),
                        new DifferenceText("index", "ix | on t", "+", List.of(new Line("method", null, "gin", false))),
                        new DifferenceText("enum", "mood", ">", List.of(new Line("name", "mood1", "mood", false)))),
                List.of(new DifferenceText(
                        "table",
                        Samples.EVIL,
                        "~",
                        List.of(new Line("order of columns", "a, " + Samples.EVIL, Samples.EVIL + ", a", false)))),
                Duration.ofMillis(1_500));
    }

    private static Line body() {
        return new Line("body", BODY, BODY.replace("-- 1", "-- one").replace("return 2", "return 3"), true);
    }
}

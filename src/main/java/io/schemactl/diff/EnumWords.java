package io.schemactl.diff;

import io.schemactl.diff.DifferenceText.Line;
import io.schemactl.sql.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says how an enum's labels changed. */
final class EnumWords {

    private EnumWords() {}

    static List<Line> lines(List<String> from, List<String> to) {
        var lines = new ArrayList<Line>();
        from.stream()
                .filter(label -> !to.contains(label))
                .forEach(label -> lines.add(Line.saying("label %s removed".formatted(Literal.of(label)))));
        for (int i = 0; i < to.size(); i++) {
            if (!from.contains(to.get(i))) {
                lines.add(Line.saying("label %s added %s".formatted(Literal.of(to.get(i)), place(from, to, i))));
            }
        }
        List<String> stayed = from.stream().filter(to::contains).toList();
        if (!stayed.equals(to.stream().filter(from::contains).toList())) {
            lines.add(new Line("order of labels", list(from), list(to), false));
        }
        return lines;
    }

    /** Where a label was added, by the next label that was there before. */
    private static String place(List<String> from, List<String> to, int at) {
        return to.subList(at + 1, to.size()).stream()
                .filter(from::contains)
                .findFirst()
                .map(next -> "before " + Literal.of(next))
                .orElse("at the end");
    }

    private static String list(List<String> labels) {
        return labels.stream().map(Literal::of).collect(Collectors.joining(", "));
    }
}

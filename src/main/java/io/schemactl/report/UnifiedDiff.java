package io.schemactl.report;

import java.util.ArrayList;
import java.util.List;

/**
 * What differs between two texts, line by line, as {@code diff -u} prints it; of a text that is
 * there alone, all lines.
 *
 * @param lines the lines, each with its sign: {@code -}, {@code +}, a blank, or {@code @} for the line above a part
 */
record UnifiedDiff(List<Line> lines) {

    private static final int CONTEXT = 3;

    /** Copies the lines. */
    UnifiedDiff {
        lines = List.copyOf(lines);
    }

    /**
     * A line.
     *
     * @param sign what becomes of it
     * @param text what stands in it
     */
    record Line(char sign, String text) {

        /** As it is printed. */
        String printed() {
            return sign == '@' ? text : sign + text;
        }
    }

    static UnifiedDiff of(String from, String to) {
        if (from.isEmpty() || to.isEmpty()) {
            char sign = from.isEmpty() ? '+' : '-';
            return new UnifiedDiff((from.isEmpty() ? to : from)
                    .lines()
                    .map(line -> new Line(sign, line))
                    .toList());
        }
        List<Line> script = LineMatch.script(from.lines().toList(), to.lines().toList());
        var lines = new ArrayList<Line>();
        int at = 0;
        while (at < script.size()) {
            int change = next(script, at);
            if (change == script.size()) {
                break;
            }
            int end = end(script, change);
            part(script, Math.max(at, change - CONTEXT), end, lines);
            at = end;
        }
        return new UnifiedDiff(lines);
    }

    private static int next(List<Line> script, int from) {
        int at = from;
        while (at < script.size() && script.get(at).sign() == ' ') {
            at++;
        }
        return at;
    }

    /** Where a part ends: so many equal lines behind a change that the next one does not reach its own. */
    private static int end(List<Line> script, int change) {
        int last = change;
        int next = change;
        while (next < script.size() && next - last - 1 <= 2 * CONTEXT) {
            if (script.get(next).sign() != ' ') {
                last = next;
            }
            next++;
        }
        return Math.min(script.size(), last + CONTEXT + 1);
    }

    private static void part(List<Line> script, int start, int end, List<Line> lines) {
        List<Line> before = script.subList(0, start);
        List<Line> part = script.subList(start, end);
        lines.add(new Line('@', "@@ -%s +%s @@".formatted(range(before, part, '+'), range(before, part, '-'))));
        lines.addAll(part);
    }

    /** Where a part stands in one of the texts: its first line and how many there are, without those of the other. */
    private static String range(List<Line> before, List<Line> part, char other) {
        long first = before.stream().filter(line -> line.sign() != other).count();
        long count = part.stream().filter(line -> line.sign() != other).count();
        long shown = count == 0 ? first : first + 1;
        return count == 1 ? Long.toString(shown) : shown + "," + count;
    }
}

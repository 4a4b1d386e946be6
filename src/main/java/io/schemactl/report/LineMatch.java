package io.schemactl.report;

import io.schemactl.report.UnifiedDiff.Line;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Finds the fewest lines to take out and put in that make one text of another (Myers, An O(ND) Difference Algorithm and Its
 * Variations, 1986).
 */
final class LineMatch {

    /** Texts that differ in more lines have nothing in common that would help a reader. */
    private static final int MOST = 2_000;

    private final List<String> from;
    private final List<String> to;

    private LineMatch(List<String> from, List<String> to) {
        this.from = from;
        this.to = to;
    }

    /** All lines of both texts in order, each once, with {@code -}, {@code +} or a blank. */
    static List<Line> script(List<String> from, List<String> to) {
        int head = 0;
        int shorter = Math.min(from.size(), to.size());
        while (head < shorter && from.get(head).equals(to.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head && from.get(from.size() - 1 - tail).equals(to.get(to.size() - 1 - tail))) {
            tail++;
        }
        var script = new ArrayList<Line>();
        from.subList(0, head).forEach(line -> script.add(new Line(' ', line)));
        script.addAll(
                new LineMatch(from.subList(head, from.size() - tail), to.subList(head, to.size() - tail)).middle());
        from.subList(from.size() - tail, from.size()).forEach(line -> script.add(new Line(' ', line)));
        return script;
    }

    private List<Line> middle() {
        List<int[]> trace = new ArrayList<>();
        int most = Math.min(from.size() + to.size(), MOST);
        int[] furthest = new int[2 * most + 3];
        for (int edits = 0; edits <= most; edits++) {
            trace.add(furthest.clone());
            if (isReached(furthest, edits, most + 1)) {
                return walkBack(trace, most + 1);
            }
        }
        var replaced = new ArrayList<Line>();
        from.forEach(line -> replaced.add(new Line('-', line)));
        to.forEach(line -> replaced.add(new Line('+', line)));
        return replaced;
    }

    /** Goes one edit further on every diagonal; whether the end of both texts was reached. */
    private boolean isReached(int[] furthest, int edits, int zero) {
        for (int diagonal = -edits; diagonal <= edits; diagonal += 2) {
            int x = isDown(furthest, diagonal, edits, zero)
                    ? furthest[zero + diagonal + 1]
                    : furthest[zero + diagonal - 1] + 1;
            int y = x - diagonal;
            while (x < from.size() && y >= 0 && y < to.size() && from.get(x).equals(to.get(y))) {
                x++;
                y++;
            }
            furthest[zero + diagonal] = x;
            if (x >= from.size() && y >= to.size()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDown(int[] furthest, int diagonal, int edits, int zero) {
        return diagonal == -edits
                || (diagonal != edits && furthest[zero + diagonal - 1] < furthest[zero + diagonal + 1]);
    }

    private List<Line> walkBack(List<int[]> trace, int zero) {
        var lines = new ArrayList<Line>();
        int x = from.size();
        int y = to.size();
        for (int edits = trace.size() - 1; edits >= 0; edits--) {
            int diagonal = x - y;
            int[] furthest = trace.get(edits);
            boolean isDown = isDown(furthest, diagonal, edits, zero);
            int beforeX = edits == 0 ? 0 : furthest[zero + diagonal + (isDown ? 1 : -1)];
            int beforeY = edits == 0 ? 0 : beforeX - diagonal - (isDown ? 1 : -1);
            while (x > beforeX && y > beforeY) {
                lines.add(new Line(' ', from.get(--x)));
                y--;
            }
            if (edits > 0) {
                lines.add(isDown ? new Line('+', to.get(--y)) : new Line('-', from.get(--x)));
            }
        }
        Collections.reverse(lines);
        return lines;
    }
}

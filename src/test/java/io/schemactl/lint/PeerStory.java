package io.schemactl.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The statements of a story, with empty lines between them. Lines that begin a change set stand above its first statement: {@code -- change set},
 * {@code -- alone} for one without a transaction, {@code -- comment: …} for its comment. What is found stands where {@code -- here} is, or in the
 * last statement.
 *
 * @param text the story
 */
public record PeerStory(String text) {

    private static final String HERE = "-- here";
    private static final String COMMENT = "-- comment: ";

    /** The lines of a change above its SQL. */
    private static final int HEAD = 3;

    /**
     * A changelog.
     *
     * @param yaml its text
     * @param line the line of what is found
     * @param change the line of the change that holds it
     */
    public record Written(String yaml, int line, int change) {}

    /** The story as a changelog. */
    public Written changelog() {
        var lines = new ArrayList<String>(List.of("databaseChangeLog:"));
        int found = 0;
        int change = 0;
        boolean isMarked = false;
        int id = 0;
        for (String statement : text.strip().split("\\n\\s*\\n", -1)) {
            List<String> marks = statement.lines().takeWhile(PeerStory::isMark).toList();
            List<String> sql = statement.lines().skip(marks.size()).toList();
            if (id == 0 || !marks.isEmpty()) {
                id++;
                begin(id, marks, lines);
            }
            boolean isChangeSet = marks.stream().anyMatch(mark -> mark.contains(HERE));
            if (isChangeSet) {
                found = lines.lastIndexOf("  - changeSet:") + 1;
                change = found;
            } else if (!isMarked || statement.contains(HERE)) {
                change = lines.size() + 1;
                found = change + HEAD;
            }
            isMarked |= statement.contains(HERE);
            change(sql, lines);
        }
        // One rollback block for all would be of one change set; none of them is judged for it.
        return new Written(String.join("\n", lines) + "\n", found, change);
    }

    private static boolean isMark(String line) {
        return Stream.of("-- change set", "-- alone", COMMENT).anyMatch(line::startsWith);
    }

    private static void begin(int id, List<String> marks, List<String> lines) {
        lines.addAll(List.of("  - changeSet:", "      id: \"%d\"".formatted(id), "      author: test"));
        marks.stream()
                .filter(mark -> mark.startsWith(COMMENT))
                .map(mark -> mark.substring(COMMENT.length()).replace(HERE, "").strip())
                .forEach(comment -> lines.add("      comment: \"%s\"".formatted(comment)));
        lines.add("      runInTransaction: %s".formatted(!marks.contains("-- alone")));
        lines.add("      changes:");
    }

    private static void change(List<String> sql, List<String> lines) {
        lines.add("        - sql:");
        lines.add("            splitStatements: false");
        lines.add("            sql: |");
        sql.forEach(line -> lines.add("              " + line.replace(HERE, "").stripTrailing()));
    }
}

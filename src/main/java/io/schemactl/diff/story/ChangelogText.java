package io.schemactl.diff.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.schemactl.catalog.form.YamlScalar;
import io.schemactl.diff.Hazard;
import io.schemactl.diff.Statement;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Writes change sets as a person would write them in YAML. */
final class ChangelogText {

    private static final int WIDTH = 130;

    private static final Pattern SQL_ROUTINE =
            Pattern.compile("CREATE (?:OR REPLACE )?(?:FUNCTION|PROCEDURE) .*\\bLANGUAGE \"?sql\\b", Pattern.DOTALL);

    private final StringBuilder yaml = new StringBuilder();

    void line(int depth, String line) {
        yaml.append(line.isEmpty() ? "" : "  ".repeat(depth)).append(line).append('\n');
    }

    /** Writes a change set. */
    void changeSet(String id, String author, ChangeSet changeSet) {
        line(1, "- changeSet:");
        line(3, "id: " + YamlScalar.of(id));
        line(3, "author: " + YamlScalar.of(author));
        if (changeSet.comment() != null) {
            line(3, "comment: " + YamlScalar.of(changeSet.comment()));
        }
        if (!changeSet.transactional()) {
            line(3, "runInTransaction: false");
        }
        if (changeSet.batch() != null) {
            line(3, "schemactl:batch: " + YamlScalar.of(changeSet.batch()));
        }
        changes("changes", changeSet.changes());
        changes("rollback", changeSet.rollback());
    }

    private void changes(String key, List<Statement> statements) {
        line(3, key + ":");
        if (statements.isEmpty()) {
            line(4, "- empty: {}");
        }
        if (statements.size() > 1 && statements.stream().anyMatch(ChangelogText::isSqlRoutine)) {
            line(4, "# A function may come before what its body mentions.");
            line(4, "- sql:");
            line(6, "sql: SET LOCAL check_function_bodies = off");
        }
        for (Statement statement : statements) {
            statement.hazards().stream().map(ChangelogText::warning).distinct().forEach(words -> {
                if (!words.isEmpty()) {
                    line(4, "# " + words);
                }
            });
            change(TypedChange.of(statement));
        }
    }

    private static boolean isSqlRoutine(Statement statement) {
        return statement.transactional() && SQL_ROUTINE.matcher(statement.sql()).lookingAt();
    }

    /** What a person must know who reviews a command; locks and index builds are the business of the plan. */
    private static String warning(Hazard hazard) {
        String object = hazard.object().replaceAll("\\s+", " ");
        return switch (hazard.type()) {
            case DATA_LOSS -> "Data are lost: " + object;
            case TABLE_REWRITE -> "All rows are written anew: " + object;
            case MAY_FAIL -> "Fails if rows contradict it: " + object;
            case TABLE_SCAN, INDEX_BUILD, LOCK -> "";
        };
    }

    private void change(Change change) {
        String flow = "- " + change.type() + ": " + flow(change.attributes());
        if (isFlat(change.attributes())
                && 8 + flow.length() <= WIDTH
                && !change.type().equals("sql")) {
            line(4, flow);
            return;
        }
        line(4, "- " + change.type() + ":");
        mapping(change.attributes(), 6);
    }

    private void mapping(ObjectNode mapping, int depth) {
        for (Map.Entry<String, JsonNode> entry : mapping.properties()) {
            String key = entry.getKey() + ":";
            JsonNode value = entry.getValue();
            if (value instanceof ArrayNode list) {
                line(depth, key);
                list.forEach(item -> item(item, depth + 1));
            } else if (value instanceof ObjectNode object && !isFlat(object)) {
                line(depth, key);
                mapping(object, depth + 1);
            } else if (value.isTextual() && isBlock(entry.getKey(), value.asText())) {
                block(depth, key, value.asText());
            } else {
                line(depth, key + " " + flow(value));
            }
        }
    }

    /** An item of a list: a mapping with one key, such as {@code column}. */
    private void item(JsonNode item, int depth) {
        for (Map.Entry<String, JsonNode> entry : item.properties()) {
            String flow = "- " + entry.getKey() + ": " + flow(entry.getValue());
            if (2 * depth + flow.length() <= WIDTH && !hasBlock(entry.getValue())) {
                line(depth, flow);
            } else {
                line(depth, "- " + entry.getKey() + ":");
                mapping((ObjectNode) entry.getValue(), depth + 2);
            }
        }
    }

    /** SQL with quotes of its own is easier to read without those of YAML. */
    private static boolean isBlock(String key, String text) {
        return YamlScalar.isBlock(text)
                || (key.equals("sql") && !YamlScalar.of(text).equals(text) && YamlScalar.isBlock(text + "\n"));
    }

    private void block(int depth, String key, String text) {
        line(depth, key + " " + YamlScalar.header(text));
        String body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        for (String part : body.split("\n", -1)) {
            line(depth + 1, part);
        }
    }

    private static boolean isFlat(ObjectNode mapping) {
        return StreamSupport.stream(mapping.spliterator(), false)
                .allMatch(value -> value.isValueNode() && !hasBlock(value));
    }

    private static boolean hasBlock(JsonNode value) {
        return value.isTextual()
                ? YamlScalar.isBlock(value.asText())
                : StreamSupport.stream(value.spliterator(), false).anyMatch(ChangelogText::hasBlock);
    }

    private static String flow(JsonNode value) {
        if (value.isObject()) {
            return value.properties().stream()
                    .map(entry -> entry.getKey() + ": " + flow(entry.getValue()))
                    .collect(Collectors.joining(", ", "{ ", " }"));
        }
        return value.isTextual() ? YamlScalar.of(value.asText()) : value.asText();
    }

    @Override
    public String toString() {
        return yaml.toString();
    }
}

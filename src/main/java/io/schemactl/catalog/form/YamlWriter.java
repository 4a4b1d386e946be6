package io.schemactl.catalog.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * Writes trees as YAML that is pleasant to review: what is short stands on one line, texts of several lines stand as they are, and a
 * change of one thing changes one line where that is possible.
 */
public final class YamlWriter {

    private static final int WIDTH = 110;

    /** A longer key must say that it is one; YAML allows 1,024 characters. */
    private static final int LONGEST_KEY = 1_000;

    private final StringBuilder yaml = new StringBuilder();

    /** A document without content. */
    public YamlWriter() {}

    /** Writes a mapping whose values stand on lines of their own down to some depth, however short they are. */
    public void mapping(JsonNode mapping, int depth, int open) {
        for (Map.Entry<String, JsonNode> entry : mapping.properties()) {
            entry(entry.getKey(), entry.getValue(), depth, open);
        }
    }

    /** Writes an entry of such a mapping. */
    public void entry(String key, JsonNode value, int depth, int open) {
        indent(depth);
        key(key, depth);
        value(value, depth, open);
    }

    /** Writes a line as it is. */
    public void line(String line) {
        yaml.append(line).append('\n');
    }

    private void key(String key, int depth) {
        String written = YamlScalar.of(key);
        if (written.length() > LONGEST_KEY) {
            yaml.append("? ").append(written).append('\n');
            indent(depth);
        } else {
            yaml.append(written);
        }
        yaml.append(':');
    }

    private void value(JsonNode value, int depth, int open) {
        if (value.isTextual() && YamlScalar.isBlock(value.asText())) {
            block(value.asText(), depth);
            return;
        }
        int start = yaml.lastIndexOf("\n") + 1;
        boolean mustOpen = value.isObject() && !value.isEmpty() && (open > 0 || holdsMappings(value));
        if (!mustOpen && writeFlow(value, WIDTH - (yaml.length() - start))) {
            yaml.append('\n');
        } else if (value.isObject()) {
            yaml.append('\n');
            mapping(value, depth + 1, open - 1);
        } else if (value.isArray()) {
            yaml.append('\n');
            list(value, depth + 1);
        } else {
            throw new IllegalStateException("a single value stands on one line");
        }
    }

    /** Writes a value behind its key if it fits on what is left of the line. */
    private boolean writeFlow(JsonNode value, int width) {
        int before = yaml.length();
        yaml.append(' ');
        if (value.isEmpty() || !hasBlock(value)) {
            flow(value, yaml);
            if (value.isEmpty() || yaml.length() - before - 1 < width) {
                return true;
            }
        }
        yaml.setLength(before);
        return false;
    }

    /** Columns, constraints and the like are a line each, so that one more is one line more. */
    private static boolean holdsMappings(JsonNode mapping) {
        for (JsonNode value : mapping) {
            if (!value.isObject()) {
                return false;
            }
        }
        return true;
    }

    private void list(JsonNode list, int depth) {
        for (JsonNode item : list) {
            int start = yaml.length();
            if (item.isObject() && !fits(item, WIDTH - 2 * depth - 2)) {
                mapping(item, depth + 1, 0);
                yaml.replace(start, start + 2 * depth + 2, "  ".repeat(depth) + "- ");
            } else {
                indent(depth);
                yaml.append('-');
                value(item, depth, 0);
            }
        }
    }

    private void block(String text, int depth) {
        yaml.append(' ').append(YamlScalar.header(text)).append('\n');
        String body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        for (String line : body.split("\n", -1)) {
            if (!line.isEmpty()) {
                indent(depth + 1);
            }
            yaml.append(line).append('\n');
        }
    }

    private void indent(int depth) {
        yaml.append("  ".repeat(depth));
    }

    /** Whether a value can stand on what is left of a line. */
    private static boolean fits(JsonNode value, int width) {
        if (value.isEmpty()) {
            return true;
        }
        var flow = new StringBuilder();
        if (!hasBlock(value)) {
            flow(value, flow);
        }
        return !flow.isEmpty() && flow.length() < width;
    }

    private static boolean hasBlock(JsonNode value) {
        if (value.isTextual()) {
            return YamlScalar.isBlock(value.textValue());
        }
        for (JsonNode item : value) {
            if (hasBlock(item)) {
                return true;
            }
        }
        return false;
    }

    private static void flow(JsonNode value, StringBuilder line) {
        if (value.isObject()) {
            flowMapping(value, line);
        } else if (value.isArray()) {
            String separator = "[";
            for (JsonNode item : value) {
                flow(item, line.append(separator));
                separator = ", ";
            }
            line.append(value.isEmpty() ? "[]" : "]");
        } else {
            line.append(value.isTextual() ? YamlScalar.of(value.textValue()) : value.asText());
        }
    }

    private static void flowMapping(JsonNode mapping, StringBuilder line) {
        String separator = "{ ";
        for (Map.Entry<String, JsonNode> entry : mapping.properties()) {
            line.append(separator).append(YamlScalar.of(entry.getKey())).append(": ");
            flow(entry.getValue(), line);
            separator = ", ";
        }
        line.append(mapping.isEmpty() ? "{}" : " }");
    }

    /** The YAML so far. */
    @Override
    public String toString() {
        return yaml.toString();
    }
}

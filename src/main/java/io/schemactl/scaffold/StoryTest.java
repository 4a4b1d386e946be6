package io.schemactl.scaffold;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * A test of a story.
 *
 * @param name what is so
 * @param kind what is looked at
 * @param sql the query or statement
 * @param expected what comes of it; null where that is found out by trying
 */
public record StoryTest(
        String name, Kind kind, String sql, @Nullable JsonNode expected) {

    /** What is looked at. */
    public enum Kind {
        /** The rows of a query. */
        ROWS,
        /** The index that a query uses. */
        USES_INDEX,
        /** How many rows a statement changes, or how it is refused. */
        OUTCOME
    }

    static StoryTest outcome(String name, String sql) {
        return new StoryTest(name, Kind.OUTCOME, sql, null);
    }

    static StoryTest usesIndex(String name, String sql, String index) {
        return new StoryTest(name, Kind.USES_INDEX, sql, TextNode.valueOf(index));
    }

    static StoryTest rows(String name, String sql, List<List<Object>> rows) {
        return new StoryTest(name, Kind.ROWS, sql, new ObjectMapper().valueToTree(rows));
    }

    /** The same with what was found out; a row that was thought to be taken may be refused by a constraint. */
    public StoryTest expecting(JsonNode found) {
        String is = found.has("constraint")
                ? name.replaceFirst(
                        " takes a row$",
                        Matcher.quoteReplacement(
                                " refuses a row by " + found.get("constraint").asText()))
                : name;
        return new StoryTest(is, kind, sql, found);
    }
}

package io.schemactl.diff.story;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.schemactl.sql.PlainNames;
import io.schemactl.sql.SqlLexer;
import io.schemactl.sql.SqlLexer.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the changes of Liquibase's own that make tables and columns exactly as a command does. */
final class TypedColumns {

    /** Types that Liquibase leaves as they are. */
    private static final String TYPE = "bigint|integer|smallint|text|boolean|uuid|date|jsonb|double precision"
            + "|timestamp with time zone|numeric\\(\\d+,\\d+\\)|character varying\\(\\d+\\)";

    private static final Pattern COLUMN =
            Pattern.compile("\"([a-z_][a-z0-9_]*)\" (" + TYPE + ")(?: DEFAULT (.+?))?( NOT NULL)?", Pattern.DOTALL);
    private static final Pattern STRING =
            Pattern.compile("'([A-Za-z0-9_./ -]*[A-Za-z_][A-Za-z0-9_./ -]*)'::(?:text|character varying)");

    private TypedColumns() {}

    static Optional<Change> table(TypedChange.Names names) {
        List<String> definitions = split(String.valueOf(names.text(3)));
        // A clause behind the columns, such as PARTITION BY, would make the last parenthesis another one's.
        return isBalanced(String.valueOf(names.text(3)))
                ? columns(definitions).map(columns -> with(names.of("createTable", "tableName"), columns))
                : Optional.empty();
    }

    static Optional<Change> addition(TypedChange.Names names) {
        String definition = String.valueOf(names.text(3));
        return split(definition).size() == 1
                ? columns(List.of(definition)).map(columns -> with(names.of("addColumn", "tableName"), columns))
                : Optional.empty();
    }

    private static Change with(Change change, ArrayNode columns) {
        change.attributes().set("columns", columns);
        return change;
    }

    private static Optional<ArrayNode> columns(List<String> definitions) {
        ArrayNode columns = JsonNodeFactory.instance.arrayNode();
        for (String definition : definitions) {
            Optional<ObjectNode> column = column(definition);
            if (column.isEmpty()) {
                return Optional.empty();
            }
            columns.addObject().set("column", column.get());
        }
        return Optional.of(columns);
    }

    private static Optional<ObjectNode> column(String definition) {
        Matcher matcher = COLUMN.matcher(definition);
        if (!matcher.matches() || !PlainNames.isPlain(matcher.group(1))) {
            return Optional.empty();
        }
        ObjectNode column = JsonNodeFactory.instance.objectNode();
        column.put("name", matcher.group(1));
        column.put("type", matcher.group(2).replace("character varying", "varchar"));
        if (!value(column, matcher.group(3))) {
            return Optional.empty();
        }
        if (matcher.group(4) != null) {
            column.putObject("constraints").put("nullable", false);
        }
        return Optional.of(column);
    }

    /** Puts the default; false if Liquibase would write it in another way. */
    private static boolean value(ObjectNode column, @Nullable String expression) {
        if (expression == null) {
            return true;
        }
        Matcher string = STRING.matcher(expression);
        if (string.matches()) {
            column.put("defaultValue", string.group(1));
        } else if (expression.equals("true") || expression.equals("false")) {
            column.put("defaultValueBoolean", expression.equals("true"));
        } else if (expression.matches("\\d{1,9}")) {
            column.put("defaultValueNumeric", Integer.parseInt(expression));
        } else if (expression.toLowerCase(Locale.ROOT).startsWith("current_") || expression.contains("COLLATE")) {
            return false;
        } else {
            column.put("defaultValueComputed", PlainNames.unquoted(expression));
        }
        return true;
    }

    private static boolean isBalanced(String text) {
        int depth = 0;
        for (Token token : SqlLexer.code(text)) {
            depth += token.isSymbol('(') ? 1 : 0;
            depth -= token.isSymbol(')') ? 1 : 0;
            if (depth < 0) {
                return false;
            }
        }
        return true;
    }

    /** A list at its commas, those in parentheses and brackets aside. */
    private static List<String> split(String list) {
        var parts = new ArrayList<String>();
        int depth = 0;
        int start = 0;
        for (Token token : SqlLexer.code(list)) {
            depth += token.isSymbol('(') || token.isSymbol('[') ? 1 : 0;
            depth -= token.isSymbol(')') || token.isSymbol(']') ? 1 : 0;
            if (depth == 0 && token.isSymbol(',')) {
                parts.add(list.substring(start, token.start()).strip());
                start = token.end();
            }
        }
        parts.add(list.substring(start).strip());
        return parts;
    }
}

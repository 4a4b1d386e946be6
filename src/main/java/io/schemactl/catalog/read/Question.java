package io.schemactl.catalog.read;

import io.schemactl.catalog.Column;
import io.schemactl.catalog.Expressions;
import io.schemactl.sql.Identifier;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Words questions about texts as queries that the server plans. */
final class Question {

    private static final String NULL_OF = "NULL::";
    private static final String ARRAY = "[]";

    private Question() {}

    /**
     * A query whose outputs are NULLs of the types. An array stands for a type that is not one itself, because a NULL of a domain
     * would be printed as the conversion that it needs.
     */
    static String ofTypes(List<String> names) {
        return names.stream()
                .map(name -> NULL_OF + name + (isArray(name) ? "" : ARRAY))
                .collect(Collectors.joining(", ", "SELECT ", ""));
    }

    /** The type in an output of the query of {@link #ofTypes}. */
    static String typeIn(String output, String name) {
        String type = output.startsWith(NULL_OF) ? output.substring(NULL_OF.length()) : output;
        return !isArray(name) && type.endsWith(ARRAY) ? type.substring(0, type.length() - ARRAY.length()) : type;
    }

    /** The server's words about an array that stands for a type, as words about the type. */
    static String withoutArray(String words) {
        return words.replace(ARRAY + '"', "\"");
    }

    private static boolean isArray(String name) {
        return name.stripTrailing().endsWith("]")
                || name.toLowerCase(Locale.ROOT).matches("(?s).*\\sarray\\s*");
    }

    /** A query whose outputs are the texts as expressions. */
    static String ofExpressions(Expressions.Context context, List<String> texts) {
        return select(context, texts) + from(context);
    }

    /** The same about the table itself, for texts that speak of its row type. */
    static String ofExpressionsInTable(Expressions.Context context, List<String> texts) {
        if (context instanceof Expressions.InRelation relation) {
            return select(context, texts) + " FROM ONLY " + relation.name().quoted();
        }
        if (context instanceof Expressions.InTrigger trigger) {
            String table = "ONLY " + trigger.relation().name().quoted();
            return select(context, texts) + " FROM " + table + " AS \"new\", " + table + " AS \"old\"";
        }
        return ofExpressions(context, texts);
    }

    private static String select(Expressions.Context context, List<String> texts) {
        String conversion = context instanceof Expressions.AsDefault value ? "::" + value.type() : "";
        return texts.stream()
                .map(text -> "(" + text + ")" + conversion)
                .collect(Collectors.joining(", ", "SELECT ", ""));
    }

    static String ofQuery(String text) {
        String query = text.strip();
        return query.endsWith(";") ? query.substring(0, query.length() - 1) : query;
    }

    private static String from(Expressions.Context context) {
        if (context instanceof Expressions.InRelation relation) {
            return " FROM " + rows(relation.name().name(), relation.columns());
        }
        if (context instanceof Expressions.InTrigger trigger) {
            List<Column> columns = trigger.relation().columns();
            return " FROM " + rows(new Identifier("new"), columns) + ", " + rows(new Identifier("old"), columns);
        }
        if (context instanceof Expressions.InDomain domain) {
            var value = Expressions.value(new Identifier("value"), domain.type());
            return " FROM " + rows(value.name(), List.of(value));
        }
        return "";
    }

    /** Rows with a relation's columns, but not the relation: so no lock on it and no right to read it is needed. */
    private static String rows(Identifier alias, List<Column> columns) {
        return columns.stream()
                .map(Question::declaration)
                .collect(Collectors.joining(", ", "pg_catalog.json_to_record('{}') AS " + alias.quoted() + "(", ")"));
    }

    private static String declaration(Column column) {
        String collation = column.collation() == null
                ? ""
                : " COLLATE " + column.collation().quoted();
        return column.name().quoted() + " " + column.type() + collation;
    }
}

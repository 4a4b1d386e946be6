package io.schemactl.sql;

import java.util.ArrayList;
import java.util.List;

/** The elements of a list as SQL writes it. */
public final class Elements {

    private Elements() {}

    /** The elements, at commas outside parentheses and quotes, without space around them; none of a blank text. */
    public static List<String> of(String list) {
        var elements = new ArrayList<String>();
        int start = 0;
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < list.length(); i++) {
            char c = list.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '(' || c == ')') {
                depth += c == '(' ? 1 : -1;
            } else if (c == ',' && depth == 0) {
                elements.add(list.substring(start, i).strip());
                start = i + 1;
            }
        }
        if (!elements.isEmpty() || !list.isBlank()) {
            elements.add(list.substring(start).strip());
        }
        return elements;
    }
}

package io.schemactl.catalog.read;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads <a href="https://www.postgresql.org/docs/current/arrays.html#ARRAYS-IO">arrays of one dimension</a> as PostgreSQL prints them. The
 * driver's own way asks it for the array's type, which takes longer than the rest of a row.
 */
final class TextArray {

    private final String text;
    private int place = 1;

    private TextArray(String text) {
        this.text = text;
    }

    /**
     * The elements, of which none is NULL.
     *
     * @throws IllegalArgumentException if it is no array of one dimension
     */
    static List<String> elements(String text) {
        if (text.length() < 2 || text.charAt(0) != '{') {
            throw new IllegalArgumentException("not an array: " + text);
        }
        return text.length() == 2 ? List.of() : new TextArray(text).elements();
    }

    private List<String> elements() {
        var elements = new ArrayList<String>();
        do {
            elements.add(text.charAt(place) == '"' ? quoted() : plain());
        } while (text.charAt(place++) == ',');
        return elements;
    }

    private String plain() {
        int start = place;
        while (text.charAt(place) != ',' && text.charAt(place) != '}') {
            place++;
        }
        return text.substring(start, place);
    }

    private String quoted() {
        var element = new StringBuilder();
        place++;
        while (text.charAt(place) != '"') {
            if (text.charAt(place) == '\\') {
                place++;
            }
            element.append(text.charAt(place++));
        }
        place++;
        return element.toString();
    }
}

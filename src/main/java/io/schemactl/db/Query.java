package io.schemactl.db;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the part of a URL behind the question mark. */
final class Query {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

    private Query() {}

    /**
     * The parameters in the order written; of one that is given twice, the values with a comma between them.
     *
     * @param isForm whether a plus sign is a space
     */
    static Map<String, String> parse(String text, boolean isForm) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String part : text.split("&")) {
            if (part.isEmpty()) {
                continue;
            }
            int equals = part.indexOf('=');
            String name = PercentCode.decode(equals < 0 ? part : part.substring(0, equals), isForm);
            // What is no name may be a piece of a password with an unencoded `&` in it, so it is not repeated.
            if (!NAME.matcher(name).matches() || (equals < 0 && parameters.containsKey("password"))) {
                throw UrlProblem.of(
                        "the URL has a parameter without a name or a value",
                        "write ?name=value&name=value; write %26 for & and %3D for = in a value");
            }
            String value = equals < 0 ? "" : PercentCode.decode(part.substring(equals + 1), isForm);
            parameters.merge(name, value, (first, second) -> first + "," + second);
        }
        return parameters;
    }
}

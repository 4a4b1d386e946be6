package io.schemactl.db;

import io.schemactl.problem.Suggestion;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads {@code embedded:NAME?version=16}. */
final class EmbeddedUrl {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,62}");
    private static final Pattern VERSION = Pattern.compile("\\d{2}");
    private static final String PARAMETER = "version";

    private EmbeddedUrl() {}

    static EmbeddedAddress parse(String rest) {
        int question = rest.indexOf('?');
        String name = question < 0 ? rest : rest.substring(0, question);
        if (!name.isEmpty() && !NAME.matcher(name).matches()) {
            throw UrlProblem.of(
                    "embedded: wants a database's name of letters, digits, `_`, `-` and `.`", "write embedded:portal");
        }
        if (question < 0) {
            return new EmbeddedAddress(name, null);
        }
        Map<String, String> query = Query.parse(rest.substring(question + 1), false);
        query.keySet().stream()
                .filter(key -> !key.equals(PARAMETER))
                .findFirst()
                .ifPresent(key -> {
                    throw UrlProblem.of(
                            "unknown parameter `%s` of embedded:%s"
                                    .formatted(key, Suggestion.hint(key, List.of(PARAMETER))),
                            "write embedded:portal?version=16");
                });
        String version = query.get(PARAMETER);
        if (version == null) {
            return new EmbeddedAddress(name, null);
        }
        if (!VERSION.matcher(version).matches()) {
            throw UrlProblem.of(
                    "version `%s` of embedded: is not a major version".formatted(version), "write version=16");
        }
        return new EmbeddedAddress(name, Integer.valueOf(version));
    }
}

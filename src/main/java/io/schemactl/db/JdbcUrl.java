package io.schemactl.db;

import io.schemactl.problem.Suggestion;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGProperty;

/** Reads the driver's own form: {@code jdbc:postgresql://host:5432/database?name=value}, {@code jdbc:postgresql:database}. */
final class JdbcUrl {

    /** The driver's parameters that are a part of the address here. */
    private static final Map<String, String> ADDRESS = Map.of(
            PGProperty.USER.getName(), "user",
            PGProperty.PASSWORD.getName(), "password",
            PGProperty.PG_HOST.getName(), "host",
            PGProperty.PG_PORT.getName(), "port",
            PGProperty.PG_DBNAME.getName(), "dbname",
            PGProperty.SERVICE.getName(), "service");

    private static final List<String> KNOWN =
            Arrays.stream(PGProperty.values()).map(PGProperty::getName).toList();

    private JdbcUrl() {}

    /** The URL behind {@code jdbc:postgresql:}, in words; the driver's own parameters pass through as they are. */
    static Words parse(String rest) {
        int question = rest.indexOf('?');
        Map<String, String> query = question < 0 ? Map.of() : Query.parse(rest.substring(question + 1), true);
        String front = question < 0 ? rest : rest.substring(0, question);
        Map<String, String> words = new LinkedHashMap<>();
        if (front.startsWith("//")) {
            words.putAll(LibpqUrl.parse(front.substring(2), true));
        } else {
            String database = front.startsWith("/") ? front.substring(1) : front;
            if (!database.isEmpty()) {
                words.put("dbname", PercentCode.decode(database, true));
            }
        }
        Map<String, String> driver = new LinkedHashMap<>();
        query.forEach((name, value) -> {
            String word = ADDRESS.get(name);
            if (word != null) {
                words.putIfAbsent(word, value);
            } else {
                driver.put(known(name), value);
            }
        });
        if (!words.containsKey("service")) {
            // The driver knows these defaults; libpq's variables are not for its URLs.
            words.putIfAbsent("host", "localhost");
            words.putIfAbsent("port", PGProperty.PG_PORT.getDefaultValue());
        }
        return new Words(words, driver);
    }

    private static String known(String name) {
        if (KNOWN.contains(name)) {
            return name;
        }
        throw UrlProblem.of(
                "unknown parameter `%s` in a jdbc: URL%s".formatted(name, Suggestion.hint(name, KNOWN)),
                "use a connection parameter of the PostgreSQL JDBC driver, or a postgresql:// URL with libpq's");
    }
}

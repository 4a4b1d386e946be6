package io.schemactl.db;

import java.util.LinkedHashMap;
import java.util.Map;

/** Reads {@code postgresql://user:password@host:5432/database?name=value}, and SQLAlchemy's form of it. */
final class LibpqUrl {

    private LibpqUrl() {}

    /**
     * The URL in libpq's words.
     *
     * @param rest the URL behind the two slashes
     * @param isForm whether a plus sign in the parameters is a space
     */
    static Map<String, String> parse(String rest, boolean isForm) {
        Map<String, String> words = new LinkedHashMap<>();
        int question = rest.indexOf('?');
        String front = question < 0 ? rest : rest.substring(0, question);
        int slash = front.indexOf('/');
        String authority = slash < 0 ? front : front.substring(0, slash);
        String path = slash < 0 ? "" : front.substring(slash + 1);
        int at = authority.lastIndexOf('@');
        if (path.indexOf('@') >= 0 && authority.indexOf(':') >= 0) {
            throw UrlProblem.of(
                    "the URL has an @ where none may be",
                    "percent-encode user, password and database: %2F for /, %3F for ?, %40 for @");
        }
        HostList.read(authority.substring(at + 1), words);
        if (at >= 0) {
            userInfo(authority.substring(0, at), words);
        }
        if (!path.isEmpty()) {
            words.put("dbname", PercentCode.decode(path, false));
        }
        if (question >= 0) {
            words.putAll(Query.parse(rest.substring(question + 1), isForm));
        }
        splitPorts(words);
        return words;
    }

    private static void userInfo(String text, Map<String, String> words) {
        int colon = text.indexOf(':');
        String user = PercentCode.decode(colon < 0 ? text : text.substring(0, colon), false);
        if (!user.isEmpty()) {
            words.put("user", user);
        }
        if (colon >= 0 && colon + 1 < text.length()) {
            words.put("password", PercentCode.decode(text.substring(colon + 1), false));
        }
    }

    /** SQLAlchemy's {@code ?host=one:5432&host=two:5433} has the ports in the hosts. */
    private static void splitPorts(Map<String, String> words) {
        String host = words.get("host");
        if (host != null && !words.containsKey("port") && host.matches("[^/:]+:\\d+(,[^/:]+:\\d+)*")) {
            HostList.read(host, words);
        }
    }
}

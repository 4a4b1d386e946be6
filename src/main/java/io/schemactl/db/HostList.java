package io.schemactl.db;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads {@code host1:5432,[::1]:5433}, the part of a URL that names the servers. */
final class HostList {

    private static final Pattern PORT = Pattern.compile("\\d{1,5}");

    private HostList() {}

    /** Puts the servers into libpq's words {@code host} and {@code port}. */
    static void read(String text, Map<String, String> words) {
        if (text.isEmpty()) {
            return;
        }
        List<String> hosts = new ArrayList<>();
        List<String> ports = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            int bracket = part.startsWith("[") ? part.indexOf(']') : 0;
            if (bracket < 0) {
                throw UrlProblem.of("the URL has a [ without a ]", "write an IPv6 address as [::1]");
            }
            int colon = part.indexOf(':', bracket);
            String host = colon < 0 ? part : part.substring(0, colon);
            hosts.add(PercentCode.decode(bracket > 0 ? host.substring(1, bracket) : host, false));
            ports.add(colon < 0 ? "" : port(part.substring(colon + 1)));
        }
        if (hosts.stream().anyMatch(host -> !host.isEmpty())) {
            words.put("host", String.join(",", hosts));
        }
        if (ports.stream().anyMatch(port -> !port.isEmpty())) {
            words.put("port", ports.stream().collect(Collectors.joining(",")));
        }
    }

    /** The port's text is not repeated: it is a part of the password if that has an unencoded slash. */
    private static String port(String text) {
        if (text.isEmpty() || PORT.matcher(text).matches()) {
            return text;
        }
        throw UrlProblem.of(
                text.contains(":") ? "the URL has more than one colon in a host" : "the URL's port is not a number",
                "write an IPv6 address in brackets, and percent-encode a password: %2F for /, %3F for ?, %40 for @,"
                        + " %23 for #, %3A for :");
    }
}

package io.schemactl.db;

import io.schemactl.config.Environment;
import io.schemactl.config.Secret;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Makes an address of words, filling gaps as libpq does: from the service, the environment, the defaults. */
final class AddressBuilder {

    private static final String DEFAULT_PORT = "5432";
    private static final Pattern HOST = Pattern.compile("[\\p{L}\\p{N}._:%-]+");
    private static final Set<String> OF_ADDRESS =
            Set.of("host", "hostaddr", "port", "dbname", "user", "password", "passfile", "service", "servicefile");

    private final Map<String, String> words;
    private final Map<String, String> driver;

    private AddressBuilder(Map<String, String> words, Map<String, String> driver) {
        this.words = words;
        this.driver = driver;
    }

    static ServerAddress build(Words given, Environment environment) {
        Map<String, String> words = new HashMap<>(given.libpq());
        words.values().removeIf(String::isEmpty);
        ServiceFile.find(words.get("service"), words.get("servicefile"), environment)
                .ifPresent(service -> service.forEach(words::putIfAbsent));
        boolean hasHost = words.containsKey("host") || words.containsKey("hostaddr");
        LibpqVariables.read(environment, hasHost).forEach((name, value) -> {
            // The driver's parameters have the same meaning under other names, and win.
            if (!given.driver().containsKey(DriverParameters.driverName(name))) {
                words.putIfAbsent(name, value);
            }
        });
        return new AddressBuilder(words, given.driver()).address();
    }

    private ServerAddress address() {
        String user = find("user").orElseGet(() -> System.getProperty("user.name", "postgres"));
        var password = find("password").map(Secret::new);
        Map<String, String> parameters = new TreeMap<>();
        words.forEach((name, value) -> {
            if (!OF_ADDRESS.contains(name)) {
                DriverParameters.translate(name, value, parameters);
            }
        });
        parameters.putAll(driver);
        return new ServerAddress(
                hosts(),
                find("dbname").orElse(user),
                user,
                password.orElse(null),
                password.isPresent() ? "the URL" : null,
                find("passfile").map(Path::of).orElse(null),
                parameters);
    }

    private Optional<String> find(String word) {
        return Optional.ofNullable(words.get(word)).filter(value -> !value.isEmpty());
    }

    private List<HostPort> hosts() {
        if (find("host").isPresent() && find("hostaddr").isPresent()) {
            throw UrlProblem.of(
                    "host and hostaddr are both given, which the JDBC driver cannot do",
                    "give host alone, or hostaddr alone");
        }
        String[] hosts =
                find("host").or(() -> find("hostaddr")).orElse("localhost").split(",", -1);
        String[] ports = find("port").orElse(DEFAULT_PORT).split(",", -1);
        if (ports.length != 1 && ports.length != hosts.length) {
            throw UrlProblem.of(
                    "there are %d ports for %d hosts".formatted(ports.length, hosts.length),
                    "give one port, or one for each host");
        }
        List<HostPort> servers = new ArrayList<>();
        for (int i = 0; i < hosts.length; i++) {
            servers.add(new HostPort(host(hosts[i]), port(ports[ports.length == 1 ? 0 : i])));
        }
        return servers;
    }

    private static String host(String text) {
        if (text.isEmpty()) {
            return "localhost";
        }
        if (text.startsWith("/") || text.startsWith("@")) {
            throw UrlProblem.of(
                    "host `%s` is a Unix socket, and the JDBC driver speaks TCP only".formatted(text),
                    "use host=localhost (PostgreSQL listens there unless listen_addresses says otherwise), in PGHOST too");
        }
        if (!HOST.matcher(text).matches()) {
            throw UrlProblem.of(
                    "the URL's host holds a character that no host has",
                    "percent-encode user and password: %2F for /, %3F for ?, %40 for @, %23 for #");
        }
        return text;
    }

    private static int port(String text) {
        String digits = text.isEmpty() ? DEFAULT_PORT : text;
        int port = digits.matches("\\d{1,5}") ? Integer.parseInt(digits) : 0;
        if (port < 1 || port > 65_535) {
            throw UrlProblem.of("a port is not a number from 1 to 65535", "write 5432");
        }
        return port;
    }
}

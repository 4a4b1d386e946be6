package io.schemactl.db;

import io.schemactl.problem.ProblemException;
import io.schemactl.problem.Suggestion;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.postgresql.PGProperty;

/** Translates libpq's connection parameters (section 34.1.2) to the JDBC driver's. */
final class DriverParameters {

    private static final List<String> SSL_MODES =
            List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

    private static final Map<String, PGProperty> SAME = Map.ofEntries(
            Map.entry("sslmode", PGProperty.SSL_MODE),
            Map.entry("sslcert", PGProperty.SSL_CERT),
            Map.entry("sslkey", PGProperty.SSL_KEY),
            Map.entry("sslpassword", PGProperty.SSL_PASSWORD),
            Map.entry("sslrootcert", PGProperty.SSL_ROOT_CERT),
            Map.entry("sslnegotiation", PGProperty.SSL_NEGOTIATION),
            Map.entry("connect_timeout", PGProperty.CONNECT_TIMEOUT),
            Map.entry("application_name", PGProperty.APPLICATION_NAME),
            Map.entry("fallback_application_name", PGProperty.APPLICATION_NAME),
            Map.entry("options", PGProperty.OPTIONS),
            Map.entry("channel_binding", PGProperty.CHANNEL_BINDING),
            Map.entry("gssencmode", PGProperty.GSS_ENC_MODE),
            Map.entry("krbsrvname", PGProperty.KERBEROS_SERVER_NAME),
            Map.entry("keepalives", PGProperty.TCP_KEEP_ALIVE),
            Map.entry("target_session_attrs", PGProperty.TARGET_SERVER_TYPE),
            Map.entry("load_balance_hosts", PGProperty.LOAD_BALANCE_HOSTS));

    private static final Map<String, String> SERVER_TYPES = Map.of(
            "any", "any",
            "read-write", "primary",
            "primary", "primary",
            "read-only", "secondary",
            "standby", "secondary",
            "prefer-standby", "preferSecondary");

    /** Parameters of libpq and of other drivers that change nothing that matters here. */
    private static final Set<String> IGNORED = Set.of(
            "keepalives_idle",
            "keepalives_interval",
            "keepalives_count",
            "tcp_user_timeout",
            "client_encoding",
            "sslcompression",
            "sslsni",
            "gsslib",
            "gssdelegation",
            "prepared_statement_cache_size",
            "prepared_statement_name_func",
            "statement_cache_size",
            "max_cached_statement_lifetime",
            "max_cacheable_statement_size",
            "command_timeout",
            "async_fallback",
            "pgbouncer",
            "connection_limit",
            "pool_timeout",
            "pool_size");

    /** Parameters that promise something which the JDBC driver cannot keep. */
    private static final Set<String> IMPOSSIBLE = Set.of(
            "replication",
            "requirepeer",
            "require_auth",
            "sslcrl",
            "sslcrldir",
            "sslcertmode",
            "ssl_min_protocol_version",
            "ssl_max_protocol_version",
            "min_protocol_version",
            "max_protocol_version");

    private DriverParameters() {}

    /** The driver's name for libpq's; libpq's own if there is none. */
    static String driverName(String libpq) {
        PGProperty property = SAME.get(libpq);
        return property == null ? libpq : property.getName();
    }

    /** Adds what a parameter of libpq means to the driver's parameters. */
    static void translate(String name, String value, Map<String, String> driver) {
        if (IGNORED.contains(name)) {
            return;
        }
        if (IMPOSSIBLE.contains(name)) {
            throw UrlProblem.of(
                    "connection parameter `%s` is not possible with the JDBC driver".formatted(name),
                    "take it out, from the environment and the service file too");
        }
        if (name.equals("ssl")) {
            driver.putIfAbsent(PGProperty.SSL_MODE.getName(), sslMode(name, ssl(value)));
            return;
        }
        PGProperty property = SAME.get(name);
        if (property == null) {
            throw unknown(name);
        }
        switch (name) {
            case "sslrootcert" -> rootCertificate(value, driver);
            case "fallback_application_name" -> driver.putIfAbsent(property.getName(), value);
            default -> driver.put(property.getName(), translated(name, value));
        }
    }

    private static String translated(String name, String value) {
        return switch (name) {
            case "sslmode" -> sslMode(name, value);
            case "target_session_attrs" -> choice(name, value, SERVER_TYPES);
            case "keepalives" -> choice(name, value, Map.of("0", "false", "1", "true"));
            case "load_balance_hosts" -> choice(name, value, Map.of("disable", "false", "random", "true"));
            case "channel_binding" -> oneOf(name, value, List.of("disable", "prefer", "require"));
            case "gssencmode" -> oneOf(name, value, List.of("disable", "prefer", "require"));
            case "sslnegotiation" -> oneOf(name, value, List.of("postgres", "direct"));
            case "connect_timeout" -> seconds(name, value);
            default -> value;
        };
    }

    /** {@code sslrootcert=system} means the certificates that the system trusts; for Java those are its own. */
    private static void rootCertificate(String value, Map<String, String> driver) {
        if (value.equals("system")) {
            driver.put(PGProperty.SSL_FACTORY.getName(), "org.postgresql.ssl.DefaultJavaSSLFactory");
            // libpq forces verify-full with it, as anything weaker would trust every certificate there is.
            driver.putIfAbsent(PGProperty.SSL_MODE.getName(), "verify-full");
        } else {
            driver.put(PGProperty.SSL_ROOT_CERT.getName(), value);
        }
    }

    /** asyncpg and node-postgres have {@code ssl=}, with the same words and with true and false. */
    private static String ssl(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> "require";
            case "false", "0" -> "disable";
            default -> value;
        };
    }

    private static String sslMode(String name, String value) {
        return oneOf(name, value.replace('_', '-'), SSL_MODES);
    }

    private static String seconds(String name, String value) {
        if (!value.matches("-?\\d{1,6}")) {
            throw UrlProblem.of(
                    "connection parameter `%s` is `%s`, which is not a number of seconds".formatted(name, value),
                    "write %s=10".formatted(name));
        }
        return value.startsWith("-") ? "0" : value;
    }

    private static String choice(String name, String value, Map<String, String> choices) {
        return String.valueOf(choices.get(
                oneOf(name, value, choices.keySet().stream().sorted().toList())));
    }

    private static String oneOf(String name, String value, List<String> known) {
        if (known.contains(value)) {
            return value;
        }
        throw UrlProblem.of(
                "connection parameter `%s` is `%s`%s".formatted(name, value, Suggestion.hint(value, known)),
                "write one of " + String.join(", ", known));
    }

    private static ProblemException unknown(String name) {
        List<String> known = Stream.concat(
                        SAME.keySet().stream(),
                        Stream.of("host", "hostaddr", "port", "dbname", "user", "password", "passfile", "service"))
                .sorted()
                .toList();
        String fix = name.equals("schema")
                ? "take it out, and write `default-schema:` in the target"
                : "use a connection parameter of libpq, such as sslmode or connect_timeout";
        return UrlProblem.of("unknown connection parameter `%s`%s".formatted(name, Suggestion.hint(name, known)), fix);
    }
}

package io.schemactl.db;

import io.schemactl.config.Environment;
import java.util.HashMap;
import java.util.Map;

/** Reads the environment variables that libpq reads (section 34.15), as its words. PGPASSWORD is for {@link Passwords}. */
final class LibpqVariables {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("PGHOST", "host"),
            Map.entry("PGHOSTADDR", "hostaddr"),
            Map.entry("PGPORT", "port"),
            Map.entry("PGDATABASE", "dbname"),
            Map.entry("PGUSER", "user"),
            Map.entry("PGPASSFILE", "passfile"),
            Map.entry("PGCHANNELBINDING", "channel_binding"),
            Map.entry("PGREQUIREAUTH", "require_auth"),
            Map.entry("PGOPTIONS", "options"),
            Map.entry("PGAPPNAME", "application_name"),
            Map.entry("PGSSLMODE", "sslmode"),
            Map.entry("PGSSLNEGOTIATION", "sslnegotiation"),
            Map.entry("PGSSLCERT", "sslcert"),
            Map.entry("PGSSLKEY", "sslkey"),
            Map.entry("PGSSLROOTCERT", "sslrootcert"),
            Map.entry("PGSSLCRL", "sslcrl"),
            Map.entry("PGSSLCRLDIR", "sslcrldir"),
            Map.entry("PGSSLMINPROTOCOLVERSION", "ssl_min_protocol_version"),
            Map.entry("PGSSLMAXPROTOCOLVERSION", "ssl_max_protocol_version"),
            Map.entry("PGKRBSRVNAME", "krbsrvname"),
            Map.entry("PGGSSENCMODE", "gssencmode"),
            Map.entry("PGCONNECT_TIMEOUT", "connect_timeout"),
            Map.entry("PGTARGETSESSIONATTRS", "target_session_attrs"),
            Map.entry("PGLOADBALANCEHOSTS", "load_balance_hosts"));

    private LibpqVariables() {}

    /** The words, without a host if there is one already. */
    static Map<String, String> read(Environment environment, boolean hasHost) {
        Map<String, String> words = new HashMap<>();
        WORDS.forEach((variable, word) -> environment.find(variable).ifPresent(value -> words.put(word, value)));
        if (hasHost || words.containsKey("host")) {
            words.remove("hostaddr");
        }
        if (hasHost) {
            words.remove("host");
        }
        return words;
    }
}

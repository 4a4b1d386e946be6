package io.schemactl.task;

import io.schemactl.db.HostPort;
import io.schemactl.db.NetworkProbe;
import io.schemactl.db.ServerAddress;

/** Finds out how far a connection that fails gets: name, port, TLS, and then the server's own words. */
final class ReachCheck {

    private final Consultation consultation;

    ReachCheck(Consultation consultation) {
        this.consultation = consultation;
    }

    /** Tries all hosts of an address. */
    void probe(ServerAddress address) {
        address.hosts().forEach(this::probe);
    }

    private void probe(HostPort server) {
        NetworkProbe.Result result = NetworkProbe.probe(server);
        if (result.addresses() == null) {
            consultation.add(Diagnosis.error(
                    "host",
                    "%s: %s".formatted(server.host(), result.failure()),
                    "check the host's name, and whether this machine can resolve it"));
            return;
        }
        consultation.add(Diagnosis.ok("host", "%s is %s".formatted(server.host(), result.addresses())));
        if (result.reached() == null) {
            consultation.add(Diagnosis.error(
                    "port",
                    "%s does not answer: %s".formatted(server, result.failure()),
                    "check host, port, firewall and whether the server is up"));
            return;
        }
        consultation.add(Diagnosis.ok(
                "port", "%s answers in %d ms".formatted(server, result.reached().toMillis())));
        consultation.add(tls(server, result));
    }

    private static Diagnosis tls(HostPort server, NetworkProbe.Result result) {
        NetworkProbe.Tls tls = result.tls();
        if (tls == null) {
            return Diagnosis.error(
                    "tls",
                    "%s does not answer a wish for TLS: %s".formatted(server, result.failure()),
                    "is it PostgreSQL that listens there?");
        }
        return switch (tls) {
            case OFFERED -> Diagnosis.ok("tls", "%s offers TLS".formatted(server));
            case REFUSED ->
                Diagnosis.warning(
                        "tls", "%s does not offer TLS".formatted(server), "turn TLS on at the server: ssl = on");
            case STRANGE ->
                Diagnosis.error(
                        "tls",
                        "%s does not answer as PostgreSQL does".formatted(server),
                        "check host and port: something else listens there");
        };
    }
}

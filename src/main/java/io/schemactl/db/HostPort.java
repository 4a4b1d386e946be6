package io.schemactl.db;

/**
 * A server's place on the network.
 *
 * @param host a name or an address, an IPv6 one without brackets
 * @param port the TCP port
 */
public record HostPort(String host, int port) {

    /** The form that URLs have. */
    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}

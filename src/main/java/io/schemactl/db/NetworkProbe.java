package io.schemactl.db;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds out how far a connection to a server gets: name, port, TLS. It says who it is to nobody. */
public final class NetworkProbe {

    private static final int PATIENCE_MILLIS = 5_000;

    /** The message with which a client asks for TLS (section 53.2.10 of the manual, message SSLRequest). */
    private static final int SSL_REQUEST_LENGTH = 8;

    private static final int SSL_REQUEST_CODE = 80_877_103;

    private NetworkProbe() {}

    /**
     * How far it got; what comes behind a step that failed is null.
     *
     * @param server the server
     * @param addresses what its name stands for; null if nobody knows the name
     * @param reached how long it took to connect; null if nobody listens
     * @param tls what the server says to a wish for TLS; null if it was not asked
     * @param failure why it got no further, in words
     */
    public record Result(
            HostPort server,
            @Nullable String addresses,
            @Nullable Duration reached,
            @Nullable Tls tls,
            @Nullable String failure) {}

    /** What a server says to a wish for TLS. */
    public enum Tls {
        /** It speaks TLS. */
        OFFERED,
        /** It does not. */
        REFUSED,
        /** It answers as no PostgreSQL does. */
        STRANGE
    }

    /** Tries one server. */
    public static Result probe(HostPort server) {
        InetAddress[] found;
        try {
            found = InetAddress.getAllByName(server.host());
        } catch (UnknownHostException e) {
            return new Result(server, null, null, null, "nobody knows the host's name");
        }
        String addresses = Arrays.stream(found).map(InetAddress::getHostAddress).collect(Collectors.joining(", "));
        Duration reached = null;
        long start = System.nanoTime();
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(found[0], server.port()), PATIENCE_MILLIS);
            reached = Duration.ofNanos(System.nanoTime() - start);
            socket.setSoTimeout(PATIENCE_MILLIS);
            return new Result(server, addresses, reached, tls(socket), null);
        } catch (IOException e) {
            String text = String.valueOf(e.getMessage());
            return new Result(server, addresses, reached, null, text);
        }
    }

    private static Tls tls(Socket socket) throws IOException {
        var out = new DataOutputStream(socket.getOutputStream());
        out.writeInt(SSL_REQUEST_LENGTH);
        out.writeInt(SSL_REQUEST_CODE);
        out.flush();
        return switch (new DataInputStream(socket.getInputStream()).readByte()) {
            case 'S' -> Tls.OFFERED;
            case 'N' -> Tls.REFUSED;
            default -> Tls.STRANGE;
        };
    }
}

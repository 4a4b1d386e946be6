package io.schemactl.shadow;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What determines a database that is built again and again: the same key means the same database.
 *
 * @param digest of all that has an influence, besides the server
 */
public record TemplateKey(String digest) {

    /** Half of SHA-256: a database's name has room for no more. */
    private static final int BYTES = 16;

    /** The key of parts, whose order and borders count. */
    public static TemplateKey of(List<String> parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update("%d:".formatted(bytes.length).getBytes(StandardCharsets.US_ASCII));
                digest.update(bytes);
            }
            return new TemplateKey(HexFormat.of().formatHex(digest.digest(), 0, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    TemplateKey on(String serverVersion) {
        return of(List.of(digest, serverVersion));
    }
}

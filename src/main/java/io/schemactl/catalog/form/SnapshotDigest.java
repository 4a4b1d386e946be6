package io.schemactl.catalog.form;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;

/** The digest of a snapshot's text: of everything but the line with the digest, whatever the line breaks are. */
final class SnapshotDigest {

    /** What the line begins with that holds the digest. */
    static final String LINE = "digest: ";

    /** How much is handed on at once. */
    private static final int PORTION = 64 * 1024;

    private final StringBuilder portion = new StringBuilder();
    private final MessageDigest digest;

    private SnapshotDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static String of(String text) {
        var digest = new SnapshotDigest();
        boolean isFirst = true;
        for (Iterator<String> lines = text.lines().iterator(); lines.hasNext(); ) {
            String line = lines.next();
            if (!line.startsWith(LINE)) {
                digest.add(isFirst ? "" : "\n", line);
                isFirst = false;
            }
        }
        digest.handOn();
        return "sha256-" + HexFormat.of().formatHex(digest.digest.digest());
    }

    private void add(String separator, String line) {
        portion.append(separator).append(line);
        if (portion.length() >= PORTION) {
            handOn();
        }
    }

    private void handOn() {
        digest.update(portion.toString().getBytes(StandardCharsets.UTF_8));
        portion.setLength(0);
    }
}

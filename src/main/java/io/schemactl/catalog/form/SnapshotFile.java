package io.schemactl.catalog.form;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.schemactl.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** The file that holds a snapshot: canonical YAML, the same for equal catalogs of one server version. */
public final class SnapshotFile {

    /** The file's name, beside the root changelog. */
    public static final String NAME = "schema.yaml";

    /** Grows when older programs cannot read the file any more. */
    static final int FORMAT = 1;

    private static final String DIGEST = "digest: ";

    private SnapshotFile() {}

    /** The file's text. */
    public static String print(Snapshot snapshot) {
        var writer = new YamlWriter();
        writer.line("# Written by `schemactl snapshot`. To change it, change the changelog and write it again.");
        writer.line("format: " + FORMAT);
        writer.line("server: " + snapshot.majorVersion());
        ObjectNode sections = SnapshotTree.of(snapshot.catalog());
        sections.properties().forEach(section -> {
            writer.line("");
            writer.line(section.getKey() + ":");
            writer.mapping(section.getValue(), 1, 1);
        });
        String text = writer.toString();
        int firstSection = text.indexOf("\n\n") < 0 ? text.length() : text.indexOf("\n\n") + 1;
        return text.substring(0, firstSection) + DIGEST + digest(text) + "\n" + text.substring(firstSection);
    }

    /**
     * The snapshot in a file.
     *
     * @throws ProblemException if the file is not there, or is not as {@link #print} writes it
     */
    public static Snapshot read(Path file) {
        return new SnapshotReader(file).read();
    }

    /** The digest of a file's text: of everything but the line with the digest, whatever the line breaks are. */
    static String digest(String text) {
        String content = text.lines().filter(line -> !line.startsWith(DIGEST)).collect(Collectors.joining("\n"));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

package io.schemactl.catalog.form;

import io.schemactl.problem.ProblemException;
import java.nio.file.Path;

/** The file that holds a snapshot: canonical YAML, the same for equal catalogs of one server version. */
public final class SnapshotFile {

    /** The file's name, beside the root changelog. */
    public static final String NAME = "schema.yaml";

    /** Grows when older programs cannot read the file any more. */
    static final int FORMAT = 1;

    private SnapshotFile() {}

    /** The file's text. */
    public static String print(Snapshot snapshot) {
        var writer = new YamlWriter();
        writer.line("# Written by `schemactl snapshot`. To change it, change the changelog and write it again.");
        writer.line("format: " + FORMAT);
        writer.line("server: " + snapshot.majorVersion());
        SnapshotWriter.write(snapshot.catalog(), writer);
        String text = writer.toString();
        String digest = SnapshotDigest.LINE + SnapshotDigest.of(text) + "\n";
        int firstSection = text.indexOf("\n\n");
        return new StringBuilder(text.length() + digest.length())
                .append(text)
                .insert(firstSection < 0 ? text.length() : firstSection + 1, digest)
                .toString();
    }

    /**
     * The snapshot in a file.
     *
     * @throws ProblemException if the file is not there, or is not as {@link #print} writes it
     */
    public static Snapshot read(Path file) {
        return SnapshotReader.read(file);
    }
}

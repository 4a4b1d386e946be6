package io.schemactl.task;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.form.SnapshotFile;
import io.schemactl.config.Target;
import io.schemactl.diff.Differ;
import io.schemactl.diff.DifferenceText;
import io.schemactl.diff.DifferenceWords;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.sql.Identifier;
import io.schemactl.task.SnapshotReport.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes the snapshot of a changelog's head, or says whether the one that is there is current. */
public final class Snapshot {

    private static final Pattern VERSION = Pattern.compile("(?m)^server: (\\d{2})\\s*$");

    private final Head head;

    /** A task that takes a schema for the head. */
    public Snapshot(Head head) {
        this.head = head;
    }

    /** The snapshot file of a target: beside its root changelog. */
    public static Path file(Target target) {
        return target.changelog().resolveSibling(SnapshotFile.NAME);
    }

    /**
     * Writes the snapshot to a file, which is left alone if it says the same already.
     *
     * @throws ProblemException if the head is not there, or the file cannot be written
     */
    public SnapshotReport write(Target target, Path file) {
        var run = new Run(target, file, findVersion(file));
        if (run.isTheSame()) {
            return run.report(Result.UNCHANGED, List.of());
        }
        replace(file, run.yaml);
        return run.report(Result.WRITTEN, List.of());
    }

    /** The snapshot, which is not written. */
    public SnapshotReport print(Target target, Path file) {
        return new Run(target, file, findVersion(file)).report(Result.PRINTED, List.of());
    }

    /**
     * Says whether a file says what the head is.
     *
     * @throws ProblemException if the head is not there, or the file is no snapshot
     */
    public SnapshotReport check(Target target, Path file) {
        if (!Files.exists(file)) {
            return new Run(target, file, findVersion(file)).report(Result.MISSING, List.of());
        }
        var before = SnapshotFile.read(file);
        var run = new Run(target, file, before.majorVersion());
        run.refuseOtherVersion(before.majorVersion());
        List<DifferenceText> differences = run.differences(before.catalog());
        return run.report(differences.isEmpty() ? Result.CURRENT : Result.STALE, differences);
    }

    /** The major version of a file that may be damaged: a snapshot that is written again stays on its version. */
    private static @Nullable Integer findVersion(Path file) {
        if (!Files.isRegularFile(file)) {
            return null;
        }
        Matcher version = VERSION.matcher(load(file));
        return version.find() ? Integer.valueOf(version.group(1)) : null;
    }

    private static String load(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of(ProblemCode.SNAPSHOT, "cannot read %s: %s".formatted(file, e.getMessage())), e);
        }
    }

    private static void replace(Path file, String text) {
        try {
            FileReplacement.write(file, text);
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of(ProblemCode.OUTPUT, "cannot write %s: %s".formatted(file, e.getMessage()))
                            .state("the snapshot is as it was"),
                    e);
        }
    }

    /** One run of the task. */
    private final class Run {

        private final long start = System.nanoTime();
        private final Target target;
        private final Path file;
        private final Side found;
        private final String yaml;

        Run(Target target, Path file, @Nullable Integer version) {
            this.target = target;
            this.file = file;
            this.found = head.find(target, version);
            this.yaml = SnapshotFile.print(new io.schemactl.catalog.form.Snapshot(
                    found.reading().catalog(), found.reading().majorVersion()));
        }

        boolean isTheSame() {
            return Files.isRegularFile(file) && load(file).replace("\r\n", "\n").equals(yaml);
        }

        /** Catalogs of two major versions differ in more than what the changelog says. */
        void refuseOtherVersion(int version) {
            int other = found.reading().majorVersion();
            if (other != version) {
                throw new ProblemException(Problem.of(
                                ProblemCode.SHADOW,
                                "the snapshot is of PostgreSQL %d, but the changelog was replayed on PostgreSQL %d"
                                        .formatted(version, other))
                        .about("the snapshot " + file)
                        .state("nothing was compared")
                        .fix(
                                "pass --shadow embedded:%d or the URL of a server of that version, or write the snapshot again"
                                        .formatted(version)));
            }
        }

        List<DifferenceText> differences(Catalog before) {
            var schema = new Identifier(defaultSchema(target.defaultSchema()));
            return DifferenceWords.of(Differ.differences(before, found.reading().catalog()), schema);
        }

        private static String defaultSchema(@Nullable String named) {
            return named == null ? "public" : named;
        }

        SnapshotReport report(Result result, List<DifferenceText> differences) {
            return new SnapshotReport(
                    found.about(),
                    target.name(),
                    file,
                    result,
                    found.reading().catalog().objects().size(),
                    yaml,
                    differences,
                    found.reading().unseen().stream()
                            .map(object -> object.kind() + " " + object.identity())
                            .toList(),
                    Duration.ofNanos(System.nanoTime() - start));
        }
    }
}

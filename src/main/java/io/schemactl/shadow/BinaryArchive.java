package io.schemactl.shadow;

import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A PostgreSQL server packed into a Maven artifact.
 *
 * @param version the artifact's version, such as {@code 17.8.0}
 * @param file the jar
 */
record BinaryArchive(Version version, Path file) {

    /**
     * The newest archive of a major version in the first folder that has one.
     *
     * @param folders flat folders of jars, or local Maven repositories
     */
    static Optional<BinaryArchive> find(EmbeddedPlatform platform, int major, List<Path> folders) {
        return folders.stream()
                .map(folder -> archivesIn(folder, platform, major))
                .filter(archives -> !archives.isEmpty())
                .findFirst()
                .flatMap(archives -> archives.stream().max(Comparator.comparing(BinaryArchive::version)));
    }

    /** What to say when no folder has the major version. */
    static ProblemException missing(EmbeddedPlatform platform, int major, List<Path> folders) {
        String artifact = "%s:%s:%d.*".formatted(EmbeddedPlatform.GROUP, platform.artifact(), major);
        String places =
                String.join(" nor in ", folders.stream().map(Path::toString).toList());
        String message = folders.isEmpty()
                ? "no binaries of PostgreSQL %d: there is no folder to look for them in".formatted(major)
                : "no binaries of PostgreSQL %d, neither in %s".formatted(major, places);
        return new ProblemException(
                Problem.of(ProblemCode.EMBEDDED_MISSING, message).fix(fix(artifact, folders)));
    }

    private static String fix(String artifact, List<Path> folders) {
        if (folders.isEmpty()) {
            return "get the Maven artifact " + artifact;
        }
        String copy = "put the jar of the Maven artifact %s into %s".formatted(artifact, folders.get(0));
        return folders.size() == 1
                ? copy
                : copy
                        + ", or get it into %s with `mvn dependency:get -Dartifact=%s`"
                                .formatted(folders.get(folders.size() - 1), artifact.replace(".*", ".MINOR.0"));
    }

    private static List<BinaryArchive> archivesIn(Path folder, EmbeddedPlatform platform, int major) {
        Pattern name =
                Pattern.compile(Pattern.quote(platform.artifact()) + "-(" + major + "\\.\\d+(?:\\.\\d+)?)\\.jar");
        List<BinaryArchive> found = new ArrayList<>(jarsIn(folder, name));
        Path artifact = folder.resolve(EmbeddedPlatform.GROUP.replace('.', '/')).resolve(platform.artifact());
        for (Path version : list(artifact)) {
            found.addAll(jarsIn(version, name));
        }
        return found;
    }

    private static List<BinaryArchive> jarsIn(Path folder, Pattern name) {
        List<BinaryArchive> found = new ArrayList<>();
        for (Path file : list(folder)) {
            Path last = file.getFileName();
            Matcher matcher = name.matcher(last == null ? "" : last.toString());
            if (matcher.matches()) {
                found.add(new BinaryArchive(Version.parse(matcher.group(1)), file));
            }
        }
        return found;
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder) || !Files.isReadable(folder)) {
            return List.of();
        }
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(entries::add);
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of(ProblemCode.EMBEDDED_MISSING, "cannot list %s: %s".formatted(folder, e.getMessage()))
                            .fix("make the folder readable"),
                    e);
        }
        return entries;
    }
}

package io.schemactl.engine.changelog;

import io.schemactl.problem.Position;
import io.schemactl.problem.ProblemException;
import io.schemactl.problem.Suggestion;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the files that a changelog names; all of them must be below the search path. */
final class FileReferences {

    private final Path searchPath;
    private final Path realSearchPath;
    private final Problems problems;
    private final Map<Path, SourceFile> read = new LinkedHashMap<>();
    private final Set<Path> named = new LinkedHashSet<>();

    /**
     * A file that is there.
     *
     * @param path where to read it
     * @param name its path below the search path, with slashes, as Liquibase knows it
     */
    record Found(Path path, String name) {}

    /** A name as it stands in a changelog, and what it is relative to. */
    record Reference(Element.Value value, String written, Found changelog, boolean relative) {}

    FileReferences(Path searchPath, Problems problems) {
        this.searchPath = searchPath;
        this.problems = problems;
        this.realSearchPath = real(searchPath);
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }

    /** Every file that was asked for, in that order. */
    List<Path> files() {
        return new ArrayList<>(named);
    }

    Path searchPath() {
        return searchPath;
    }

    /** @throws ProblemException if the file cannot be read */
    SourceFile read(Path path) {
        return read(path, StandardCharsets.UTF_8);
    }

    /** @throws ProblemException if the file cannot be read */
    SourceFile read(Path path, Charset charset) {
        var before = read.get(path);
        if (before == null) {
            before = SourceFile.read(path, charset);
            read.put(path, before);
        }
        return before;
    }

    /** The root changelog, if it is below the search path. */
    Optional<Found> root(Path root) {
        Path name = absolute(searchPath).relativize(absolute(root));
        boolean outside = name.startsWith("..") || !real(root).startsWith(realSearchPath);
        if (outside) {
            problems.error(
                    Position.startOf(root),
                    "the changelog is outside its search path " + searchPath,
                    "set `search-path` to a folder that holds it");
            return Optional.empty();
        }
        named.add(root);
        return Optional.of(new Found(root, slashes(name)));
    }

    /** A file or folder that a changelog names; says so if it is not there, or must not be read. */
    Optional<Found> resolve(Reference reference) {
        var found = locate(reference);
        if (found.isEmpty()) {
            return found;
        }
        Path path = found.get().path();
        if (!Files.exists(path)) {
            missing(reference, path);
            return Optional.empty();
        }
        Path real = real(path);
        if (!real.startsWith(realSearchPath)) {
            outside(reference);
            return Optional.empty();
        }
        if (!Files.isDirectory(path)) {
            named.add(path);
        }
        checkCase(reference, found.get(), real);
        return found;
    }

    /** Whether a file is there that may be read, without saying anything if not. */
    boolean exists(Reference reference) {
        return find(reference).filter(found -> Files.exists(found.path())).isPresent();
    }

    private Optional<Found> locate(Reference reference) {
        if (reference.written().startsWith("classpath:")) {
            problems.error(
                    reference.value().position(),
                    "`%s`: files are read below the search path only, not from a class path"
                            .formatted(reference.written()));
            return Optional.empty();
        }
        var found = find(reference);
        if (found.isEmpty()) {
            outside(reference);
        }
        return found;
    }

    /** As Liquibase does it: a slash at the beginning means the search path, not the file system's root. */
    private Optional<Found> find(Reference reference) {
        try {
            String written = reference.written().replace('\\', '/').replaceFirst("^/+", "");
            Path base = Path.of(reference.relative() ? reference.changelog().name() : "x")
                    .resolveSibling("");
            Path name = base.resolve(written).normalize();
            boolean outside = name.startsWith("..") || name.isAbsolute();
            return outside ? Optional.empty() : Optional.of(new Found(searchPath.resolve(name), slashes(name)));
        } catch (InvalidPathException e) {
            problems.error(reference.value().position(), "`%s` is not a path".formatted(reference.written()));
            return Optional.empty();
        }
    }

    private void outside(Reference reference) {
        problems.error(
                reference.value().position(),
                "`%s` is outside the search path %s".formatted(reference.written(), searchPath),
                "move the file below it, or set `search-path`");
    }

    private void missing(Reference reference, Path path) {
        var other = new Reference(reference.value(), reference.written(), reference.changelog(), !reference.relative());
        if (exists(other)) {
            problems.error(
                    reference.value().position(),
                    "file not found: %s".formatted(path),
                    "set `relativeToChangelogFile: %s`; the path is relative to the %s"
                            .formatted(other.relative(), other.relative() ? "changelog" : "search path"));
            return;
        }
        Path name = path.getFileName();
        String hint = name == null
                ? ""
                : otherCase(path)
                        .map("; did you mean `%s`?"::formatted)
                        .orElseGet(() -> Suggestion.hint(name.toString(), siblings(path)));
        boolean absolute = reference.written().startsWith("/");
        problems.error(
                reference.value().position(),
                "file not found: %s%s".formatted(path, hint),
                absolute ? "a path that begins with / is relative to the search path" : null);
    }

    /** The path of a file that is there if case does not matter. */
    private Optional<String> otherCase(Path path) {
        Path found = searchPath;
        for (Path part : searchPath.relativize(path)) {
            var next = siblings(found.resolve(part)).stream()
                    .filter(part.toString()::equalsIgnoreCase)
                    .findFirst();
            if (next.isEmpty()) {
                return Optional.empty();
            }
            found = found.resolve(next.get());
        }
        return Optional.of(slashes(searchPath.relativize(found)));
    }

    private static List<String> siblings(Path path) {
        Path folder = path.toAbsolutePath().normalize().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (var list = Files.list(folder)) {
            return list.map(file -> String.valueOf(file.getFileName())).toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Where case does not matter to the file system it would matter on the next machine, and in the history. */
    private void checkCase(Reference reference, Found found, Path real) {
        String onDisk = slashes(realSearchPath.relativize(real));
        if (!onDisk.equals(found.name()) && onDisk.equalsIgnoreCase(found.name())) {
            problems.error(
                    reference.value().position(),
                    "`%s` differs in case from the file's name %s".formatted(reference.written(), onDisk));
        }
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }
}

package io.schemactl.diff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Two schemas as SQL, and what is known of the way from one to the other; a folder below {@code cases}.
 *
 * <p>Comments at the top of {@code old.sql} say what a server must have: {@code -- since: 15}, {@code -- until: 17},
 * {@code -- roles: a, b}, {@code -- tablespaces: c}; {@code -- equal: yes} says that the two are the same schema in different words.
 * Comments at the top of {@code new.sql} say what stands in the way: {@code -- unmigratable: words of the message},
 * {@code -- unmigratable-back: words}. {@code rows.sql} fills the old schema; its comments {@code -- kept: query} and
 * {@code -- kept-back: query} ask for what the migration, and the way back, must leave as it is.
 *
 * @param name the kind of object and the case's own name
 * @param folder where its files are
 * @param old the schema to start from
 * @param fresh the schema to arrive at
 * @param rows what fills the old schema, empty if nothing does
 */
record DiffCase(String name, Path folder, String old, String fresh, String rows) {

    private static final Path FOLDER = Path.of("src/test/resources/io/schemactl/diff/cases");

    /** All cases, or those that {@code -Dschemactl.test.case=column/add} chooses by the beginnings of their names. */
    static List<DiffCase> all() {
        List<String> chosen =
                Arrays.asList(System.getProperty("schemactl.test.case", "").split(","));
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.endsWith("old.sql"))
                    .map(Path::getParent)
                    .filter(folder -> chosen.stream().anyMatch(nameOf(folder)::startsWith))
                    .sorted()
                    .map(DiffCase::load)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DiffCase load(Path folder) {
        Path rows = folder.resolve("rows.sql");
        return new DiffCase(
                nameOf(folder),
                folder,
                text(folder.resolve("old.sql")),
                text(folder.resolve("new.sql")),
                Files.exists(rows) ? text(rows) : "");
    }

    private static String nameOf(Path folder) {
        return FOLDER.relativize(folder).toString().replace('\\', '/');
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether servers of a major version have what the case is about. */
    boolean runsOn(int major) {
        return note(old, "since")
                        .map(Integer::valueOf)
                        .filter(since -> major < since)
                        .isEmpty()
                && note(old, "until")
                        .map(Integer::valueOf)
                        .filter(until -> major > until)
                        .isEmpty();
    }

    /** Whether both schemas are the same in different words. */
    boolean isEqual() {
        return note(old, "equal").isPresent();
    }

    List<String> roles() {
        return list("roles");
    }

    List<String> tablespaces() {
        return list("tablespaces");
    }

    /** Words of the reason why there is no way from old to new. */
    Optional<String> findUnmigratable() {
        return note(fresh, "unmigratable");
    }

    /** Words of the reason why there is no way back. */
    Optional<String> findUnmigratableBack() {
        return note(fresh, "unmigratable-back");
    }

    /** A query whose answer the migration must not change. */
    Optional<String> findKept() {
        return note(rows, "kept");
    }

    /** A query whose answer the way back must not change either. */
    Optional<String> findKeptBack() {
        return note(rows, "kept-back");
    }

    private List<String> list(String key) {
        return note(old, key).stream()
                .flatMap(names -> Stream.of(names.split(",")))
                .map(String::strip)
                .toList();
    }

    private static Optional<String> note(String sql, String key) {
        Predicate<String> isNote = line -> line.startsWith("-- " + key + ": ");
        return sql.lines()
                .filter(isNote)
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst();
    }

    @Override
    public String toString() {
        return name;
    }
}

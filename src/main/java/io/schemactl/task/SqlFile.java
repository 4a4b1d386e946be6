package io.schemactl.task;

import io.schemactl.problem.Position;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.sql.SqlScript;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A file of SQL, cut into statements.
 *
 * @param path the file
 * @param text what stands in it
 * @param statements its statements
 */
record SqlFile(Path path, String text, List<SqlScript.Piece> statements) {

    private static final String SUFFIX = ".sql";

    /** Copies the statements. */
    SqlFile {
        statements = List.copyOf(statements);
    }

    /** Whether a path's name says that SQL is in it. */
    static boolean isNamedSo(Path path) {
        return path.toString().toLowerCase(Locale.ROOT).endsWith(SUFFIX);
    }

    /**
     * The file, or all files below a folder, sorted by their names.
     *
     * @throws ProblemException if there is none, or one cannot be read or holds what only psql knows
     */
    static List<SqlFile> load(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(loadOne(path));
        }
        List<SqlFile> files;
        try (Stream<Path> below = Files.walk(path)) {
            files = below.filter(Files::isRegularFile)
                    .filter(SqlFile::isNamedSo)
                    .sorted()
                    .map(SqlFile::loadOne)
                    .toList();
        } catch (IOException e) {
            throw unreadable(path, e);
        }
        if (files.isEmpty()) {
            throw new ProblemException(
                    Problem.of(ProblemCode.SQL_FILE, "there are no files *.sql in the folder " + path));
        }
        return files;
    }

    /** A place in the file. */
    Position position(int index) {
        String before = text.substring(0, index);
        int line = (int) before.chars().filter(character -> character == '\n').count() + 1;
        int start = before.lastIndexOf('\n') + 1;
        return new Position(path, line, before.codePointCount(start, before.length()) + 1);
    }

    private static SqlFile loadOne(Path path) {
        String text = text(path);
        SqlScript script = SqlScript.parse(text);
        var file = new SqlFile(path, text, script.statements());
        if (!script.commands().isEmpty()) {
            throw new ProblemException(
                    script.commands().stream().map(file::refused).toList(), null);
        }
        return file;
    }

    private Problem refused(SqlScript.Piece command) {
        return Problem.of(
                        ProblemCode.SQL_FILE,
                        "`%s` is a command of psql, which the server does not know"
                                .formatted(command.text().split("\\s", 2)[0]))
                .at(position(command.start()))
                .fix("take it out of the file, or name its files one by one");
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (CharacterCodingException e) {
            throw new ProblemException(
                    Problem.of(ProblemCode.SQL_FILE, "the file is not UTF-8")
                            .at(Position.startOf(path))
                            .fix("save it as UTF-8"),
                    e);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private static ProblemException unreadable(Path path, IOException e) {
        return new ProblemException(
                Problem.of(ProblemCode.SQL_FILE, "%s cannot be read".formatted(path))
                        .fix("correct the path, or its permissions"),
                e);
    }
}

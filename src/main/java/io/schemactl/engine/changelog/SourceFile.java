package io.schemactl.engine.changelog;

import io.schemactl.problem.Position;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/** A text file, and where its lines begin. */
final class SourceFile {

    private final Path path;
    private final String text;
    private final int[] lineStarts;

    private SourceFile(Path path, String text) {
        this.path = path;
        this.text = text;
        this.lineStarts = lineStarts(text);
    }

    /**
     * Reads a file that is UTF-8, with or without a byte order mark.
     *
     * @throws ProblemException if it cannot be read
     */
    static SourceFile read(Path path) {
        return read(path, StandardCharsets.UTF_8);
    }

    /**
     * Reads a file in the given encoding.
     *
     * @throws ProblemException if it cannot be read
     */
    static SourceFile read(Path path, Charset charset) {
        try {
            var bytes = ByteBuffer.wrap(Files.readAllBytes(path));
            String text = charset.newDecoder().decode(bytes).toString();
            return new SourceFile(path, text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (NoSuchFileException e) {
            throw new ProblemException(Problem.of(ProblemCode.CHANGELOG, "file not found: " + path), e);
        } catch (CharacterCodingException e) {
            throw new ProblemException(
                    Problem.of(ProblemCode.CHANGELOG, "not valid " + charset.name())
                            .at(Position.startOf(path))
                            .fix("save the file as " + charset.name()),
                    e);
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of(ProblemCode.CHANGELOG, "cannot read %s".formatted(path))
                            .about(String.valueOf(e.getMessage())),
                    e);
        }
    }

    Path path() {
        return path;
    }

    String text() {
        return text;
    }

    int lines() {
        return lineStarts.length;
    }

    /** A line without its end, counted from 1. */
    String line(int number) {
        int end = number < lineStarts.length ? lineStarts[number] : text.length();
        return text.substring(lineStarts[number - 1], end).replaceFirst("\\R$", "");
    }

    /** The place of a character, counted from 0. */
    Position position(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        int line = found >= 0 ? found : -found - 2;
        return new Position(path, line + 1, offset - lineStarts[line] + 1);
    }

    /** The index of the character at a place, or the file's end if the place is behind it. */
    int offset(int line, int column) {
        return line > lineStarts.length ? text.length() : Math.min(lineStarts[line - 1] + column - 1, text.length());
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean end = c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
            if (end) {
                starts = count == starts.length ? Arrays.copyOf(starts, count * 2) : starts;
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }
}

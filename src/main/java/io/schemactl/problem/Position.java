package io.schemactl.problem;

import java.nio.file.Path;

/**
 * A place in a file.
 *
 * @param file the file, absolute or relative to the working directory
 * @param line counted from 1
 * @param column counted from 1, in characters
 */
public record Position(Path file, int line, int column) implements Comparable<Position> {

    /** Checks that line and column count from 1. */
    public Position {
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("line and column count from 1: " + line + ":" + column);
        }
    }

    /** The first character of a file. */
    public static Position startOf(Path file) {
        return new Position(file, 1, 1);
    }

    @Override
    public int compareTo(Position other) {
        int byFile = file.compareTo(other.file);
        if (byFile != 0) {
            return byFile;
        }
        int byLine = Integer.compare(line, other.line);
        return byLine != 0 ? byLine : Integer.compare(column, other.column);
    }

    /** The clickable form {@code path:line:column}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}

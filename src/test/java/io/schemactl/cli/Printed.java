package io.schemactl.cli;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a command line printed, in the order in which it was printed, and its exit code. */
final class Printed {

    private record Chunk(boolean isError, String text) {}

    private final List<Chunk> chunks = new ArrayList<>();
    private int exit;

    OutputStream out() {
        return stream(false);
    }

    OutputStream err() {
        return stream(true);
    }

    void exit(int code) {
        exit = code;
    }

    int exit() {
        return exit;
    }

    boolean contains(String text) {
        return all().contains(text);
    }

    /** A command that printed an answer and went well. */
    static Printed answer(String text) {
        var printed = new Printed();
        printed.add(false, text);
        return printed;
    }

    void addAll(Printed other) {
        other.merged().forEach(chunk -> add(chunk.isError(), chunk.text()));
    }

    /** The same with the answer sent elsewhere. */
    Printed withoutAnswer() {
        var rest = new Printed();
        merged().stream().filter(Chunk::isError).forEach(chunk -> rest.add(true, chunk.text()));
        rest.exit(exit);
        return rest;
    }

    /** What was printed to both streams. */
    String all() {
        return text(true, true);
    }

    /** What was printed to standard output. */
    String answer() {
        return text(true, false);
    }

    /** Both streams; lines of standard error begin with {@code ! }. */
    String marked() {
        var text = new StringBuilder();
        boolean isStart = true;
        for (Chunk chunk : merged()) {
            for (String line : chunk.text().split("(?<=\n)", -1)) {
                if (isStart && chunk.isError() && !line.isEmpty()) {
                    text.append(line.equals("\n") ? "!" : "! ");
                }
                text.append(line);
                isStart = line.isEmpty() ? isStart : line.endsWith("\n");
            }
        }
        return text.toString();
    }

    private synchronized List<Chunk> merged() {
        List<Chunk> merged = new ArrayList<>();
        for (Chunk chunk : chunks) {
            int last = merged.size() - 1;
            if (last >= 0 && merged.get(last).isError() == chunk.isError()) {
                merged.set(last, new Chunk(chunk.isError(), merged.get(last).text() + chunk.text()));
            } else {
                merged.add(chunk);
            }
        }
        return merged;
    }

    private String text(boolean isOut, boolean isErr) {
        var text = new StringBuilder();
        merged().stream().filter(chunk -> chunk.isError() ? isErr : isOut).forEach(chunk -> text.append(chunk.text()));
        return text.toString();
    }

    private synchronized void add(boolean isError, String text) {
        chunks.add(new Chunk(isError, text));
    }

    private OutputStream stream(boolean isError) {
        return new OutputStream() {
            @Override
            public void write(int value) {
                write(new byte[] {(byte) value}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                // A print stream hands over whole texts, so no character is cut in two.
                add(isError, new String(bytes, offset, length, StandardCharsets.UTF_8));
            }
        };
    }
}

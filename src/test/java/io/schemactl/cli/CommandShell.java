package io.schemactl.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs command lines of transcripts and documents in a playground: schemactl, and what is needed around it. */
final class CommandShell {

    private final Playground playground;
    private int exit;

    CommandShell(Playground playground) {
        this.playground = playground;
    }

    /** The exit code of the last command. */
    int exit() {
        return exit;
    }

    /** Runs a line, commands joined with {@code &&} included. */
    Printed run(String line) throws IOException {
        var printed = new Printed();
        for (String command : line.split(" && ")) {
            Printed one = runOne(command.strip());
            printed.addAll(one);
            exit = one.exit();
            if (exit != 0) {
                break;
            }
        }
        printed.exit(exit);
        return printed;
    }

    private Printed runOne(String line) throws IOException {
        int redirect = line.lastIndexOf(" > ");
        if (redirect < 0) {
            return run(Words.of(line.replace("$?", Integer.toString(exit)), playground.variables()));
        }
        Printed printed = run(Words.of(line.substring(0, redirect), playground.variables()));
        Files.writeString(playground.folder().resolve(line.substring(redirect + 3)), printed.answer());
        return printed.withoutAnswer();
    }

    private Printed run(List<String> line) throws IOException {
        Map<String, String> more = new HashMap<>();
        int start = 0;
        while (line.get(start).matches("[A-Z_]+=.*")) {
            String[] pair = line.get(start).split("=", 2);
            more.put(pair[0], pair[1]);
            start++;
        }
        List<String> arguments = line.subList(start + 1, line.size());
        return switch (line.get(start)) {
            case "schemactl", "./schemactl" -> playground.schemactl(arguments, more);
            case "echo" -> Printed.answer(String.join(" ", arguments) + "\n");
            case "cat" -> Printed.answer(Files.readString(file(arguments)));
            case "rm" -> {
                Files.delete(file(arguments));
                yield Printed.answer("");
            }
            case "export" -> {
                String[] pair = arguments.get(0).split("=", 2);
                playground.variables().put(pair[0], pair[1]);
                yield Printed.answer("");
            }
            case "unset" -> {
                playground.variables().remove(arguments.get(0));
                yield Printed.answer("");
            }
            default -> throw new IllegalArgumentException("transcripts know no command " + line.get(start));
        };
    }

    private Path file(List<String> arguments) {
        return playground.folder().resolve(arguments.get(0));
    }
}

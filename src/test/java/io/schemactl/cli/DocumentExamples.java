package io.schemactl.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Runs the examples of a document, its {@code console} blocks, one after the other in one playground.
 *
 * <p>Output that is shown must come; a command without shown output must succeed. A line {@code …} stands for any lines. A
 * comment {@code <!-- run: … -->} runs a command that the reader does not see.
 */
final class DocumentExamples {

    private static final Pattern HIDDEN = Pattern.compile("<!-- run: (.*) -->");
    /** What only the first use of a machine prints. */
    private static final Pattern FIRST_USE = Pattern.compile(
            "(?m)^(schemactl: building .*|unpacking PostgreSQL .*|creating a PostgreSQL .*|starting PostgreSQL .*"
                    + "|  This is the embedded server.*)\\R");

    private static final Pattern TARGET = Pattern.compile("(?m)^(\\S+): \\S+, PostgreSQL \\S+$");
    private static final Pattern PERSON = Pattern.compile("\\S+ \\(\\S+\\)$", Pattern.MULTILINE);

    private final List<String> lines;
    private final Playground playground;
    private final CommandShell shell;
    private final List<String> written = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private int next;

    DocumentExamples(List<String> lines, Playground playground) {
        this.lines = lines;
        this.playground = playground;
        this.shell = new CommandShell(playground);
    }

    /** Runs all examples. */
    void run() throws IOException {
        boolean isConsole = false;
        while (next < lines.size()) {
            String line = lines.get(next++);
            written.add(line);
            var hidden = HIDDEN.matcher(line);
            if (hidden.matches()) {
                succeed(hidden.group(1));
            } else if (line.startsWith("```")) {
                isConsole = line.equals("```console");
            } else if (isConsole && line.startsWith("$ ")) {
                runExample(line.substring(2));
            }
        }
    }

    /** What is wrong with the examples. */
    List<String> problems() {
        return problems;
    }

    /** The document with the output that really came. */
    List<String> written() {
        return written;
    }

    private void runExample(String command) throws IOException {
        List<String> shown = new ArrayList<>();
        while (!lines.get(next).startsWith("```") && !lines.get(next).startsWith("$ ")) {
            shown.add(lines.get(next++));
        }
        if (shown.stream().allMatch(String::isEmpty)) {
            written.addAll(shown);
            succeed(command);
            return;
        }
        String printed = shell.run(command.replaceFirst("\\s+#.*", "")).all();
        if (matches(normal(String.join("\n", shown) + "\n"), normal(printed))) {
            written.addAll(shown);
        } else {
            problems.add("`%s` prints:\n%s\nand not:\n%s".formatted(command, printed, String.join("\n", shown)));
            written.addAll(pretty(printed).lines().toList());
        }
    }

    private void succeed(String command) throws IOException {
        boolean isChecked = next < lines.size() && lines.get(next).equals("$ echo $?");
        Printed printed = shell.run(command.replaceFirst("\\s+#.*", ""));
        if (printed.exit() != 0 && !isChecked) {
            problems.add("`%s` exits %d:\n%s".formatted(command, printed.exit(), printed.all()));
        }
    }

    private String normal(String text) {
        String plain = FIRST_USE.matcher(playground.normal(text)).replaceAll("");
        plain = TARGET.matcher(plain).replaceAll("$1: DATABASE");
        plain = PERSON.matcher(plain).replaceAll("[person]");
        return plain.replaceAll(" {2,}", "  ").strip() + "\n";
    }

    private static boolean matches(String shown, String printed) {
        var pattern = new StringBuilder();
        for (String line : shown.split("(?<=\n)")) {
            pattern.append(line.strip().equals("…") ? "(?:[^\n]*\n)*?" : Pattern.quote(line));
        }
        return Pattern.matches(pattern.toString(), printed);
    }

    /** Output as it looks on a server of the reader's. */
    private String pretty(String printed) {
        return printed.replace(
                        "postgres@127.0.0.1:" + playground.database().server().port(), "app@db.example.com:5432")
                .replace(playground.database().name(), "portal")
                .replaceAll("postgres \\(\\S+\\)", "app (ann@laptop)")
                .replaceAll("PostgreSQL \\d+\\.\\d+", "PostgreSQL 17.8")
                .replace(playground.folder() + "/", "");
    }
}

package io.schemactl.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.schemactl.problem.ExitCode;
import io.schemactl.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares what the documents say with the program. */
final class DocumentsTest {

    private static final Pattern ERROR = Pattern.compile("(?m)^## ([a-z-]+)\\R\\RExit code (\\d+)\\.");
    private static final Pattern EXIT_CODE = Pattern.compile("(?m)^\\| (\\d+) \\| `([A-Z]+)` \\|");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(?:#[^)]*)?\\)");

    @Test
    void everyProblemHasASectionWithItsExitCode() throws IOException {
        var documented = new TreeMap<String, Integer>();
        ERROR.matcher(Files.readString(Path.of("docs/errors.md")))
                .results()
                .forEach(section -> documented.put(section.group(1), Integer.valueOf(section.group(2))));

        assertEquals(
                new TreeMap<>(Stream.of(ProblemCode.values())
                        .collect(Collectors.toMap(
                                ProblemCode::id, code -> code.exitCode().status()))),
                documented);
    }

    @Test
    void everyExitCodeIsExplained() throws IOException {
        Map<Integer, String> documented = new TreeMap<>();
        EXIT_CODE
                .matcher(Files.readString(Path.of("docs/exit-codes.md")))
                .results()
                .forEach(row -> documented.put(Integer.valueOf(row.group(1)), row.group(2)));

        assertEquals(
                new TreeMap<>(Stream.of(ExitCode.values()).collect(Collectors.toMap(ExitCode::status, ExitCode::name))),
                documented);
    }

    @Test
    void everyRelativeLinkLeadsToAFile() throws IOException {
        var broken = new ArrayList<String>();
        for (Path page : pages()) {
            LINK.matcher(Files.readString(page))
                    .results()
                    .map(link -> link.group(1))
                    .forEach(link -> {
                        if (!link.contains(":") && !Files.exists(page.resolveSibling(link))) {
                            broken.add(page + " → " + link);
                        }
                    });
        }

        assertEquals(List.of(), broken);
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> top = Files.list(Path.of(""));
                Stream<Path> docs = Files.walk(Path.of("docs"))) {
            return Stream.concat(top, docs)
                    .filter(path -> path.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }
}

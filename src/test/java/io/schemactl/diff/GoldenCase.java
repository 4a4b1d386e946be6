package io.schemactl.diff;

import io.schemactl.diff.DifferenceText.Line;
import io.schemactl.sql.Identifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a case's {@code expected.txt} says: the differences in words, and the statements of the ways there and back, each with its
 * hazards below. It is about the oldest version that the case runs on; {@code expected-18.txt} is there if the newest one differs.
 */
final class GoldenCase {

    private static final int OLDEST = 14;
    private static final int NEWEST = 18;
    private static final Identifier PUBLIC = new Identifier("public");

    private final DiffCase one;
    private final int major;

    GoldenCase(DiffCase one, int major) {
        this.one = one;
        this.major = major;
    }

    /** Whether a version's statements and words are compared; those of versions in between may be of either. */
    static boolean isAbout(int major) {
        return major == OLDEST || major == NEWEST;
    }

    /** What differs from the file, empty if nothing does. */
    List<String> complaints(String seen) throws IOException {
        Optional<Path> file = findFile();
        if (file.isEmpty()) {
            return List.of("nothing is expected; write it with -Dschemactl.test.update=true:\n" + seen);
        }
        String expected = Files.readString(file.get());
        return seen.equals(expected)
                ? List.of()
                : List.of("%s is not what is seen:%n%s".formatted(file.get(), contrast(expected, seen)));
    }

    private static String contrast(String expected, String seen) {
        List<String> before = expected.lines().toList();
        List<String> after = seen.lines().toList();
        return Stream.concat(
                        before.stream().filter(line -> !after.contains(line)).map(line -> "  - " + line),
                        after.stream().filter(line -> !before.contains(line)).map(line -> "  + " + line))
                .collect(java.util.stream.Collectors.joining("\n"));
    }

    /** Writes what is seen; {@link #tidy} takes away what need not be said twice. */
    void write(String seen) throws IOException {
        Files.writeString(isOldest() ? usual(one) : newest(one), seen);
    }

    /** Takes away what is expected of the newest version if it is as on the oldest. */
    static void tidy(DiffCase one) throws IOException {
        if (Files.exists(newest(one))
                && Files.exists(usual(one))
                && Files.readString(newest(one)).equals(Files.readString(usual(one)))) {
            Files.delete(newest(one));
        }
    }

    private Optional<Path> findFile() {
        return Stream.of(newest(one), usual(one))
                .filter(file -> !isOldest() || file.equals(usual(one)))
                .filter(Files::exists)
                .findFirst();
    }

    private boolean isOldest() {
        return major == OLDEST || !one.runsOn(OLDEST);
    }

    private static Path usual(DiffCase one) {
        return one.folder().resolve("expected.txt");
    }

    private static Path newest(DiffCase one) {
        return one.folder().resolve("expected-%d.txt".formatted(NEWEST));
    }

    /** The text. */
    static String text(List<Difference> differences, List<FiveSteps.Way> ways) {
        var text = new StringBuilder();
        DifferenceWords.of(differences, PUBLIC).forEach(difference -> difference(text, difference));
        for (FiveSteps.Way way : ways) {
            text.append('\n').append(way.name()).append(":\n");
            way.statements().forEach(statement -> statement(text, statement));
            if (way.refusal() != null) {
                line(text, 2, "refused: " + way.refusal());
            }
        }
        return text.toString();
    }

    private static void difference(StringBuilder text, DifferenceText difference) {
        line(text, 0, difference.sign() + " " + difference.title());
        for (Line line : difference.lines()) {
            if (line.isStatement()) {
                line(text, 4, line.property());
            } else if (line.longText()) {
                line(text, 4, line.property() + ":");
                side(text, "- ", line.from());
                side(text, "+ ", line.to());
            } else {
                line(text, 4, values(line, difference));
            }
        }
    }

    private static void side(StringBuilder text, String sign, @Nullable String value) {
        if (value != null) {
            value.lines().forEach(each -> line(text, 6, sign + each));
        }
    }

    private static String values(Line line, DifferenceText difference) {
        boolean isOnlyOne = "+-".contains(difference.sign());
        if (line.from() == null) {
            return "%s%s: %s".formatted(isOnlyOne ? "" : "+ ", line.property(), line.to());
        }
        return line.to() == null
                ? "%s%s: %s".formatted(isOnlyOne ? "" : "- ", line.property(), line.from())
                : "%s: %s -> %s".formatted(line.property(), line.from(), line.to());
    }

    private static void statement(StringBuilder text, Statement statement) {
        line(text, 2, statement.sql().replace("\n", "\n      "));
        if (!statement.transactional()) {
            line(text, 6, "! alone");
        }
        HazardWords.of(statement).forEach(words -> line(text, 6, "! " + words));
    }

    private static void line(StringBuilder text, int indent, String words) {
        text.append((" ".repeat(indent) + words).stripTrailing()).append('\n');
    }
}

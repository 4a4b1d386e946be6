package io.schemactl.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.form.RichDatabase;
import io.schemactl.shadow.TestDatabase;
import io.schemactl.shadow.TestServers;
import io.schemactl.sql.Identifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class DifferTest {

    private static final Path CASES = Path.of("src/test/resources/io/schemactl/diff/differences.txt");

    /** A change to a schema, and what is to be said of it. */
    record Case(String name, String before, String change, String words) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() throws IOException {
        return Stream.of(Files.readString(CASES).split("(?m)^=== "))
                .filter(text -> !text.isBlank() && !text.startsWith("#"))
                .map(DifferTest::parse);
    }

    private static Case parse(String text) {
        String[] parts = text.split("(?m)^---\n", -1);
        int end = parts[0].indexOf('\n');
        return new Case(parts[0].substring(0, end), parts[0].substring(end), parts[1], parts[2].strip());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysWhatChanged(Case each) throws SQLException {
        try (TestDatabase database = TestServers.freshDatabase()) {
            database.execute(each.before());
            Catalog before = RichDatabase.read(database);
            database.execute(each.change());

            assertEquals(each.words(), words(Differ.differences(before, RichDatabase.read(database))));
        }
    }

    @Test
    void findsNoDifferenceBetweenTwoDatabasesOfOneScript() throws Exception {
        try (var first = RichDatabase.create(14);
                var second = RichDatabase.create(14)) {
            assertEquals("", words(Differ.differences(RichDatabase.read(first), RichDatabase.read(second))));
        }
    }

    private static String words(List<Difference> differences) {
        return DifferenceWords.of(differences, new Identifier("public")).stream()
                .map(DifferTest::print)
                .collect(Collectors.joining("\n"));
    }

    private static String print(DifferenceText text) {
        var lines = new ArrayList<String>();
        lines.add(text.sign() + " " + text.title());
        text.lines().forEach(line -> lines.add("    " + print(line)));
        return String.join("\n", lines);
    }

    private static String print(DifferenceText.Line line) {
        if (line.isStatement()) {
            return line.property();
        }
        String from = line.from() == null ? "" : line.from();
        String to = line.to() == null ? "" : " → " + line.to();
        return line.property() + ": " + (from + to).strip();
    }
}

package io.schemactl.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.schemactl.report.UnifiedDiff.Line;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class UnifiedDiffTest {

    @Test
    void showsThreeLinesAroundEachChange() {
        String from = lines(1, 20);
        assertEquals(
                List.of("@@ -2,7 +2,7 @@", " 2", " 3", " 4", "-5", "+five", " 6", " 7", " 8"),
                printed(from, from.replace("\n5\n", "\nfive\n")));
    }

    @Test
    void joinsChangesThatAreNear() {
        String from = lines(1, 20);
        String to = from.replace("\n5\n", "\n").replace("\n11\n", "\n11\nnew\n");
        assertEquals(
                List.of("@@ -2,13 +2,13 @@"),
                printed(from, to).stream().filter(line -> line.startsWith("@@")).toList());
    }

    @Test
    void showsNothingOfEqualTexts() {
        assertEquals(List.of(), printed("a\nb", "a\nb"));
    }

    @Test
    void showsATextThatIsThereAloneWhole() {
        assertEquals(List.of("+a", "+b"), printed("", "a\nb"));
        assertEquals(List.of("-a"), printed("a", ""));
    }

    @Test
    void makesTheSecondTextOfTheFirst() {
        var random = new Random(7);
        for (int round = 0; round < 500; round++) {
            List<String> from = words(random);
            List<String> to = words(random);
            List<Line> script = LineMatch.script(from, to);
            assertEquals(from, without('+', script));
            assertEquals(to, without('-', script));
        }
    }

    private static List<String> without(char sign, List<Line> script) {
        return script.stream()
                .filter(line -> line.sign() != sign)
                .map(Line::text)
                .toList();
    }

    private static List<String> words(Random random) {
        return random.ints(random.nextInt(12), 0, 4).mapToObj(Integer::toString).toList();
    }

    private static String lines(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(Integer::toString).collect(Collectors.joining("\n"));
    }

    private static List<String> printed(String from, String to) {
        return UnifiedDiff.of(from, to).lines().stream().map(Line::printed).toList();
    }
}

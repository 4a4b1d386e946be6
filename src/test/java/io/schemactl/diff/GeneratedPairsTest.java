package io.schemactl.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import io.schemactl.diff.plan.PlanOptions;
import io.schemactl.shadow.TestServers;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Takes random pairs of schemas there and back, others in each run. The seed is printed, and in the name of each test and its message:
 * {@code -Dschemactl.test.pairs-from=7} repeats that pair and those after it, {@code -Dschemactl.test.pairs=100} says how many.
 */
final class GeneratedPairsTest {

    private static final long SEED = Long.getLong("schemactl.test.pairs-from", new Random().nextInt(1_000_000));

    private static final int PAIRS = Integer.getInteger("schemactl.test.pairs", 40);

    private static final Pattern NAME_KEPT_BELOW = Pattern.compile(
            "does not apply: ERROR: constraint \"\\w+_not_null\\d*\" for table \"\\w+\" does not exist\n");

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> goesThereAndBack() {
        System.out.printf("%d generated pairs from -Dschemactl.test.pairs-from=%d on%n", PAIRS, SEED);
        return TestServers.versions().stream()
                .flatMap(major -> LongStream.range(SEED, SEED + PAIRS)
                        .mapToObj(seed -> DynamicTest.dynamicTest(
                                "%d -Dschemactl.test.pairs-from=%d".formatted(major, seed),
                                () -> takeFiveSteps(seed, major))));
    }

    /** Pairs of partitioned tables, half as many. */
    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> takesPartitionsThereAndBack() {
        return TestServers.versions().stream()
                .flatMap(major -> LongStream.range(SEED, SEED + (PAIRS + 1) / 2)
                        .mapToObj(seed -> DynamicTest.dynamicTest(
                                "%d -Dschemactl.test.pairs-from=%d".formatted(major, seed), () -> {
                                    var generator = new TreeGenerator(seed, major);
                                    GeneratedTrees before = generator.trees();
                                    GeneratedTrees after = generator.changed(before);
                                    takeFiveSteps(new Pair(seed, major, before.sql(), after.sql()));
                                })));
    }

    private static void takeFiveSteps(long seed, int major) throws SQLException {
        var generator = new SchemaGenerator(seed);
        GeneratedSchema before = generator.schema();
        GeneratedSchema after = generator.changed(before);
        takeFiveSteps(new Pair(seed, major, before.sql(), after.sql()));
    }

    /** Two schemas, and where they come from. */
    private record Pair(long seed, int major, String before, String after) {

        CaseDatabase database(String sql) throws SQLException {
            try {
                return CaseDatabase.of(major, sql);
            } catch (SQLException e) {
                throw new IllegalStateException("seed %d makes no schema:%n%s".formatted(seed, sql), e);
            }
        }
    }

    private static void takeFiveSteps(Pair pair) throws SQLException {
        try (CaseDatabase from = pair.database(pair.before());
                CaseDatabase to = pair.database(pair.after())) {
            var ends = new FiveSteps.Ends(from.read(), to.read());
            var steps = new FiveSteps(new PlanOptions(pair.seed() % 2 == 0, true));
            if (pair.before().equals(pair.after())
                    && !FiveSteps.differences(ends.from(), ends.to()).isEmpty()) {
                fail("seed " + pair.seed() + ": equal schemas differ");
            }
            steps.migrate("forward", from, ends, FiveSteps.Expectation.none());
            boolean arrived = steps.complaints().isEmpty();
            steps.migrate("back", arrived ? from : to, ends.back(), FiveSteps.Expectation.none());
            List<String> refusals = Stream.concat(
                            Inconvertible.refusals(ends, from).stream(),
                            Inconvertible.refusals(ends.back(), to).stream())
                    .toList();
            List<String> complaints = steps.complaints().stream().anyMatch(GeneratedPairsTest::isNameKeptBelow)
                    ? List.of()
                    : steps.complaints().stream()
                            .filter(complaint -> !isRightful(complaint, refusals))
                            .toList();
            if (!complaints.isEmpty()) {
                fail("seed %d on PostgreSQL %d:%n%s%nfrom:%n%s%nto:%n%s"
                        .formatted(
                                pair.seed(), pair.major(), String.join("\n", complaints), pair.before(), pair.after()));
            }
        }
    }

    /** Whether PostgreSQL cannot give a NOT NULL another name, because a partition's has not the same. */
    private static boolean isNameKeptBelow(String complaint) {
        return NAME_KEPT_BELOW.matcher(complaint).find();
    }

    /** Whether there is no plan because PostgreSQL itself knows no way from a column's type to another. */
    private static boolean isRightful(String complaint, List<String> refusals) {
        return complaint.contains(": there is no plan: ") && refusals.stream().anyMatch(complaint::contains);
    }

    @Test
    void makesTheSameOfTheSameSeed() {
        assertEquals(new SchemaGenerator(7).schema(), new SchemaGenerator(7).schema());
        assertEquals(
                2,
                List.of(1L, 2L).stream()
                        .map(seed -> new SchemaGenerator(seed).schema())
                        .distinct()
                        .count());
    }
}

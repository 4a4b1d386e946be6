package io.schemactl.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import io.schemactl.catalog.Reading;
import io.schemactl.diff.plan.PlanOptions;
import io.schemactl.shadow.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Takes each pair of schemas there and back; {@code -Dschemactl.test.update=true} writes the differences, statements and hazards
 * that it sees to {@code expected.txt}: look at them. {@code -Dschemactl.test.case=column/} chooses cases.
 */
final class CasesTest {

    /** All of them in single transactions, or each so-many-th one. */
    private static final int EVERY = Integer.getInteger("schemactl.test.single", 6);

    private static final boolean UPDATE = Boolean.getBoolean("schemactl.test.update");

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> goesThereAndBack() {
        return TestServers.ends().stream()
                .flatMap(major -> cases(major)
                        .map(one -> DynamicTest.dynamicTest(
                                major + " " + one,
                                one.folder().toUri(),
                                () -> takeFiveSteps(one, major, PlanOptions.usual()))));
    }

    /** On the newest version only, and not with all cases: what differs is the commands, and they are the same on all. */
    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> goesThereAndBackInSingleTransactions() {
        List<Integer> versions = TestServers.versions();
        int major = versions.get(versions.size() - 1);
        List<DiffCase> cases = cases(major).toList();
        return IntStream.range(0, cases.size())
                .filter(i -> i % EVERY == 0)
                .mapToObj(cases::get)
                .map(one -> DynamicTest.dynamicTest(
                        major + " " + one,
                        one.folder().toUri(),
                        () -> takeFiveSteps(one, major, new PlanOptions(true, false))));
    }

    /** The oldest version and the newest. */
    private static Stream<DiffCase> cases(int major) {
        return DiffCase.all().stream().filter(one -> one.runsOn(major));
    }

    private static void takeFiveSteps(DiffCase one, int major, PlanOptions options) throws SQLException, IOException {
        CaseDatabase.prepare(major, one);
        try (CaseDatabase from = CaseDatabase.of(major, one.old());
                CaseDatabase to = CaseDatabase.of(major, one.fresh())) {
            var ends = new FiveSteps.Ends(from.read(), to.read());
            var steps = new FiveSteps(options);
            var complaints = new ArrayList<String>();
            List<Difference> differences = FiveSteps.differences(ends.from(), ends.to());
            if (differences.isEmpty() != one.isEqual()) {
                complaints.add("differences: " + (one.isEqual() ? GoldenText.of(differences) : "none are seen"));
            }
            fill(from, one);
            steps.migrate("forward", from, ends, new FiveSteps.Expectation(one.findUnmigratable(), one.findKept()));
            boolean arrived =
                    steps.complaints().isEmpty() && one.findUnmigratable().isEmpty();
            steps.migrate(
                    "back",
                    arrived ? from : to,
                    ends.back(),
                    new FiveSteps.Expectation(
                            one.findUnmigratableBack(), arrived ? one.findKeptBack() : Optional.empty()));
            complaints.addAll(steps.complaints());
            if (!options.singleTransaction()) {
                complaints.addAll(unexpected(one, major, differences, steps.ways()));
            }
            if (!complaints.isEmpty()) {
                fail(one + " on PostgreSQL " + major + ":\n" + String.join("\n", complaints));
            }
        }
    }

    private static void fill(CaseDatabase database, DiffCase one) throws SQLException {
        if (!one.rows().isEmpty()) {
            database.execute(one.rows());
        }
    }

    /** What is otherwise than the case's file says. */
    private static List<String> unexpected(
            DiffCase one, int major, List<Difference> differences, List<FiveSteps.Way> ways) throws IOException {
        if (one.isEqual()) {
            return ways.stream()
                    .filter(way -> !way.statements().isEmpty())
                    .map(way -> way.name() + ": there is something to do: " + way.statements())
                    .toList();
        }
        if (!GoldenCase.isAbout(major)) {
            return List.of();
        }
        var golden = new GoldenCase(one, major);
        String seen = GoldenCase.text(differences, ways);
        if (UPDATE) {
            golden.write(seen);
            return List.of();
        }
        return golden.complaints(seen);
    }

    @AfterAll
    static void tidy() throws IOException {
        if (UPDATE) {
            for (DiffCase one : DiffCase.all()) {
                GoldenCase.tidy(one);
            }
        }
    }

    /** Equal schemas read as equal, whatever was there before. */
    @TestFactory
    Stream<DynamicTest> findsNoDifferenceInAnEqualCopy() {
        return TestServers.versions().stream()
                .map(major -> DynamicTest.dynamicTest("on " + major, () -> {
                    String sql = Files.readString(Path.of("src/test/resources/io/schemactl/verify/shop.sql"));
                    try (CaseDatabase one = CaseDatabase.of(major, sql);
                            CaseDatabase other = CaseDatabase.of(major, sql)) {
                        Reading first = one.read();
                        assertEquals(List.of(), FiveSteps.differences(first, other.read()));
                    }
                }));
    }
}

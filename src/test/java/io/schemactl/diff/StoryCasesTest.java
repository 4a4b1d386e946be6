package io.schemactl.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import io.schemactl.catalog.Catalog;
import io.schemactl.cli.CommandRun;
import io.schemactl.diff.plan.Migration;
import io.schemactl.diff.plan.PlanOptions;
import io.schemactl.diff.plan.Planner;
import io.schemactl.diff.story.ExpectationText;
import io.schemactl.diff.story.StoryText;
import io.schemactl.shadow.TestServers;
import io.schemactl.sql.Identifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Writes pairs of schemas as stories, and applies, verifies and takes back these through the command line. The texts of some are
 * golden files, which {@code -Dschemactl.test.update=true} writes.
 */
final class StoryCasesTest {

    private static final boolean UPDATE = Boolean.getBoolean("schemactl.test.update");
    private static final Path GOLDEN = Path.of("src/test/resources/io/schemactl/diff/stories");
    private static final List<String> KINDS =
            List.of("column/", "table/", "index/", "enum/", "view/", "constraint/", "routine/", "trigger/");
    /** Disabled triggers and constraints that are not validated are findings, rightly. */
    private static final List<String> FOUND = List.of("DISABLE TRIGGER", "NOT VALID");

    private static final PlanOptions BACK = new PlanOptions(false, true);

    /** All of them, or each so-many-th one. */
    private static final int EVERY = Integer.getInteger("schemactl.test.stories", 4);

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> leadThereAndBack() {
        List<Integer> versions = TestServers.versions();
        int major = versions.get(0);
        List<DiffCase> cases = DiffCase.all().stream()
                .filter(one -> KINDS.stream().anyMatch(one.name()::startsWith) && one.runsOn(major))
                .filter(one -> !one.isEqual()
                        && one.findUnmigratable().isEmpty()
                        && one.findUnmigratableBack().isEmpty())
                .toList();
        return IntStream.range(0, cases.size())
                .filter(i -> i % EVERY == 0 || hasGolden(cases.get(i)))
                .mapToObj(cases::get)
                .map(one -> DynamicTest.dynamicTest(major + " " + one, () -> takeThereAndBack(one, major)));
    }

    private static boolean hasGolden(DiffCase one) {
        return Files.exists(GOLDEN.resolve(one.name().replace('/', '-') + ".changelog.yaml"));
    }

    private static void takeThereAndBack(DiffCase one, int major) throws SQLException, IOException {
        CaseDatabase.prepare(major, one);
        Path folder = Files.createTempDirectory("schemactl story ");
        try (CaseDatabase database = CaseDatabase.of(major, one.old());
                CaseDatabase wished = CaseDatabase.of(major, one.fresh())) {
            var ends = new FiveSteps.Ends(database.read(), wished.read());
            if (FiveSteps.differences(ends.from(), ends.to()).isEmpty()) {
                return;
            }
            write(folder, one, ends);
            var complaints = new ArrayList<String>();
            run(complaints, "upgrade", folder, database);
            compare(complaints, "upgrade", database, ends.to().catalog());
            if (FOUND.stream().noneMatch(one.fresh()::contains)) {
                run(complaints, "verify --no-catalog", folder, database);
            }
            run(complaints, "rollback --all", folder, database);
            compare(complaints, "rollback", database, ends.from().catalog());
            run(complaints, "upgrade", folder, database);
            compare(complaints, "the second upgrade", database, ends.to().catalog());
            if (!complaints.isEmpty()) {
                fail(one + "\n" + String.join("\n", complaints) + "\n"
                        + Files.readString(folder.resolve("story/changelog.yaml"))
                        + Files.readString(folder.resolve("story/expect.yaml")));
            }
        } finally {
            remove(folder);
        }
    }

    private static void write(Path folder, DiffCase one, FiveSteps.Ends ends) throws IOException {
        Migration forward = Planner.plan(ends.from(), ends.to(), PlanOptions.usual());
        Migration backward = Planner.plan(ends.to(), ends.from(), BACK);
        String changelog = new StoryText("story", "ann").changelog(forward, backward);
        String expectations = ExpectationText.of(
                FiveSteps.differences(ends.from(), ends.to()),
                ends.from().catalog(),
                ends.to().catalog(),
                new Identifier("public"));
        Path story = Files.createDirectory(folder.resolve("story"));
        Files.writeString(story.resolve("changelog.yaml"), changelog);
        Files.writeString(story.resolve("expect.yaml"), expectations);
        Files.writeString(
                folder.resolve("changelog.yaml"), "databaseChangeLog:\n  - include: { file: story/changelog.yaml }\n");
        golden(one, ".changelog.yaml", changelog);
        golden(one, ".expect.yaml", expectations);
    }

    /** Compares with a golden file, if the case has one; the golden files are of the oldest version. */
    private static void golden(DiffCase one, String ending, String text) throws IOException {
        Path file = GOLDEN.resolve(one.name().replace('/', '-') + ending);
        if (!Files.exists(file)) {
            return;
        }
        if (UPDATE) {
            Files.writeString(file, text);
        }
        assertEquals(Files.readString(file), text);
    }

    private static void run(List<String> complaints, String command, Path folder, CaseDatabase database) {
        var words = new ArrayList<>(List.of(command.split(" ")));
        words.addAll(List.of("--url", database.url(), "--changelog", folder.resolve("changelog.yaml") + ""));
        CommandRun run = CommandRun.of(words);
        if (run.code() != 0) {
            complaints.add(command + ": " + run);
        }
    }

    private static void compare(List<String> complaints, String what, CaseDatabase database, Catalog wanted) {
        Catalog result = Catalog.of(database.read().catalog().objects().values().stream()
                        .filter(object -> !object.key().toString().contains("databasechangelog"))
                        .toList())
                .ownedBy(wanted.owner());
        List<Difference> left = Differ.differences(result, wanted).stream()
                .filter(difference -> !ColumnOrder.isAllThatDiffers(difference))
                .toList();
        left.forEach(difference -> complaints.add("after " + what + ": " + GoldenText.headline(difference)
                + GoldenText.contrast(
                        String.valueOf(result.objects().get(difference.key())),
                        String.valueOf(wanted.objects().get(difference.key())))));
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

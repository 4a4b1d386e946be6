package io.schemactl.task;

import io.schemactl.catalog.Catalog;
import io.schemactl.engine.ChangeSetEntry;
import io.schemactl.finding.Finding;
import io.schemactl.finding.Severity;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.prove.FunctionalTests;
import io.schemactl.prove.Grade;
import io.schemactl.prove.Loss;
import io.schemactl.prove.StoryProof;
import io.schemactl.prove.TestResult;
import io.schemactl.sql.Identifier;
import io.schemactl.story.StoryTests;
import io.schemactl.task.StoryReturn.Result;
import io.schemactl.task.StoryReturn.Seen;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Proves one story on a shadow that holds the stories before it: there with the rows of its tests and back, there with generated rows and
 * back, there and back with empty tables, and there again.
 */
final class StoryProver {

    /** How far a trip came. */
    private enum End {
        /** There and back to what was before. */
        BACK,
        /** It could not be applied, and left nothing that another attempt would find. */
        NOT_THERE,
        /** The shadow is of no use any more. */
        LOST
    }

    /** The rule of what is wrong with a story that cannot be applied. */
    static final String FAILS = "upgrade-fails";

    private final Rehearsal rehearsal;
    private final ProvenStory story;
    private final Identifier defaultSchema;
    private final StoryReturn returning;
    private final ShadowRows rows;
    private final StoryTrip trip;
    private final Set<Finding> findings = new LinkedHashSet<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private final Map<String, Loss> losses = new LinkedHashMap<>();
    private final List<TestResult> tests = new ArrayList<>();
    private Grade grade = Grade.EXACT;
    private int expectations;
    private int changeSets;
    private @Nullable Catalog upgraded;

    StoryProver(Rehearsal rehearsal, ProvenStory story, Identifier defaultSchema) {
        this.rehearsal = rehearsal;
        this.story = story;
        this.defaultSchema = defaultSchema;
        this.rows = new ShadowRows(rehearsal, story.name());
        this.returning = new StoryReturn(rehearsal, story, defaultSchema, rows);
        this.trip = new StoryTrip(rehearsal, story.changeSets());
    }

    /**
     * What came of a proof.
     *
     * @param isIntact whether the shadow holds the story now as if nothing had happened
     * @param failed the change set whose rollback failed, so that nothing is known of those before it; null if none did
     */
    record Proven(
            StoryProof proof, boolean isIntact, @Nullable ChangeSetEntry failed) {}

    Proven prove() throws SQLException {
        long start = System.nanoTime();
        Catalog before = rehearsal.look();
        boolean isTested = !story.tests().equals(StoryTests.none(story.name()));
        End end = isTested ? go(before, false) : End.BACK;
        if (end == End.BACK) {
            end = go(before, true);
        }
        boolean isIntact = end != End.LOST && goEmpty(before);
        return new Proven(proof(start), isIntact, trip.findFailed().orElse(null));
    }

    private StoryProof proof(long start) {
        return new StoryProof(
                story.name(),
                changeSets,
                grade == Grade.EXACT && !losses.isEmpty() ? Grade.LOSES_DATA : grade,
                List.copyOf(losses.values()),
                tests,
                expectations,
                List.copyOf(findings),
                List.copyOf(notes),
                Duration.ofNanos(System.nanoTime() - start));
    }

    /** One trip there and back. */
    private End go(Catalog before, boolean isGenerated) throws SQLException {
        if (!fill(before, isGenerated)) {
            return End.BACK;
        }
        Seen old = returning.look(before);
        try {
            upgraded = trip.upgrade();
        } catch (ProblemException e) {
            return refused(StoryReturn.failure(e), isGenerated);
        }
        changeSets = trip.recorded();
        Seen there = returning.look(upgraded);
        look(upgraded, isGenerated);
        // A row that only the story allows, such as one with its label, would be in the way of its rollback by itself.
        rows.fillNew(before, upgraded);
        return add(returning.back(trip, old, there, rows.stage(upgraded)));
    }

    private End add(Result result) {
        findings.addAll(result.findings());
        notes.addAll(result.notes());
        // Of two trips, the one in which more was lost says how much.
        result.losses()
                .forEach(loss -> losses.merge(
                        loss.kind() + loss.object(),
                        loss,
                        (one, other) -> one.amount() >= other.amount() ? one : other));
        if (result.grade() == Grade.EXACT) {
            return End.BACK;
        }
        grade = result.grade();
        return End.LOST;
    }

    /** Puts in the rows of the tests, and generated ones into the tables that are still empty. */
    private boolean fill(Catalog before, boolean isGenerated) throws SQLException {
        rows.clear(before);
        List<TestResult> written = new FunctionalTests(rehearsal.connection()).before(story.tests());
        List<TestResult> failed =
                written.stream().filter(result -> !result.passed()).toList();
        if (!failed.isEmpty()) {
            tests.addAll(failed);
            failed.forEach(result -> findings.add(FailedTest.finding(story.name(), result)));
            return false;
        }
        if (isGenerated) {
            rows.fill(before).forEach(notes::add);
        } else {
            tests.addAll(written);
        }
        return true;
    }

    private End refused(Problem problem, boolean isGenerated) {
        boolean isOfGenerated = isGenerated && !story.tests().before().isEmpty();
        if (isGenerated && problem.code() == ProblemCode.PRECONDITION) {
            notes.add("its preconditions refuse generated rows: " + problem.message());
        } else {
            findings.add(new Finding(
                    isOfGenerated ? Severity.WARNING : Severity.ERROR,
                    FAILS,
                    "story " + story.name(),
                    problem.position(),
                    story.name(),
                    "the upgrade fails on %s: %s"
                            .formatted(
                                    isGenerated ? "a database with rows" : "the rows of tests.yaml", problem.words()),
                    null,
                    null,
                    "make the change sets work whatever rows the tables hold, or give realistic rows in tests.yaml"));
            grade = isOfGenerated ? grade : Grade.NOT_TRIED;
        }
        return trip.recorded() == 0 ? End.NOT_THERE : End.LOST;
    }

    /** What must hold after the story. */
    private void look(Catalog after, boolean isGenerated) throws SQLException {
        if (isGenerated && expectations > 0) {
            return;
        }
        StoryExpectationsCheck.Result result = StoryExpectationsCheck.check(rehearsal, story, defaultSchema);
        expectations = result.checked();
        findings.addAll(result.findings());
        if (!isGenerated) {
            var functional = new FunctionalTests(rehearsal.connection());
            List<TestResult> results = new ArrayList<>(functional.run(story.tests()));
            results.addAll(functional.compatible(story.tests()));
            results.stream()
                    .filter(each -> !each.passed())
                    .forEach(each -> findings.add(FailedTest.finding(story.name(), each)));
            tests.addAll(results);
        }
        if (!rehearsal.look().equals(after)) {
            notes.add("the tests changed the schema outside of their transactions");
        }
    }

    /**
     * There and back with empty tables, unless it is known already that it cannot be applied, and there for good.
     *
     * @return whether the story is there now as if nothing had happened
     */
    private boolean goEmpty(Catalog before) throws SQLException {
        rows.clear(before);
        if (!upgradeAgain()) {
            return false;
        }
        if (grade == Grade.NOT_TRIED) {
            return true;
        }
        return add(returning.backOnEmpty(trip, before)) == End.BACK && upgradeAgain();
    }

    /** Applies it, which must give what it gave before. */
    private boolean upgradeAgain() throws SQLException {
        Catalog first = upgraded;
        try {
            upgraded = trip.upgrade();
        } catch (ProblemException e) {
            refusedAgain(StoryReturn.failure(e), first != null);
            return false;
        }
        changeSets = trip.recorded();
        List<Finding> other = first == null ? List.of() : returning.again(first, upgraded);
        findings.addAll(other);
        return other.isEmpty();
    }

    private void refusedAgain(Problem problem, boolean wasApplied) {
        if (!wasApplied) {
            // That it fails on rows too is said already, and is not because of the rows.
            findings.removeIf(
                    finding -> finding.rule().equals(FAILS) && Objects.equals(finding.position(), problem.position()));
        }
        findings.add(returning.wrong(
                wasApplied ? "again-fails" : FAILS,
                problem,
                "%s: %s"
                        .formatted(
                                wasApplied ? "it cannot be applied again after its rollback" : "it cannot be applied",
                                problem.words()),
                wasApplied ? null : "mend the change set, so that it runs behind those before it"));
        grade = wasApplied ? Grade.NOT_EXACT : Grade.NOT_TRIED;
    }

    /**
     * Takes the change sets before one there and back, as nothing is known of their rollback if that one's fails.
     *
     * @return what is wrong, and the change set whose rollback fails now
     */
    Proven proveBefore(ChangeSetEntry failed) throws SQLException {
        long start = System.nanoTime();
        List<ChangeSetEntry> entries = story.changeSets().stream()
                .takeWhile(entry -> !entry.id().equals(failed.id()))
                .toList();
        var shorter = new StoryTrip(rehearsal, entries);
        Catalog before = rehearsal.look();
        if (!entries.isEmpty() && fill(before, true)) {
            goBefore(shorter, before);
        }
        return new Proven(proof(start), false, shorter.findFailed().orElse(null));
    }

    private void goBefore(StoryTrip shorter, Catalog before) throws SQLException {
        Seen old = returning.look(before);
        Catalog there;
        try {
            there = shorter.upgrade();
        } catch (ProblemException e) {
            notes.add("the rollback of its first change sets was not tried: "
                    + StoryReturn.failure(e).words());
            return;
        }
        Seen seen = returning.look(there);
        rows.fill(there);
        add(returning.back(shorter, old, seen, rows.stage(there)));
    }
}

package io.schemactl.task;

import io.schemactl.catalog.Catalog;
import io.schemactl.finding.Finding;
import io.schemactl.finding.Severity;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.prove.FunctionalTests;
import io.schemactl.prove.Grade;
import io.schemactl.prove.Loss;
import io.schemactl.prove.Returning;
import io.schemactl.prove.Returning.Moment;
import io.schemactl.prove.RowJudge;
import io.schemactl.prove.RowJudge.Stage;
import io.schemactl.prove.StoryProof;
import io.schemactl.prove.TestResult;
import io.schemactl.sql.Identifier;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Proves one story on a shadow that holds the stories before it: there with the rows of its tests and back, there with generated rows and
 * back, and there again.
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

    private final Rehearsal rehearsal;
    private final ProvenStory story;
    private final Identifier defaultSchema;
    private final Returning returning;
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
        this.returning = new Returning(defaultSchema, story.name(), story.rollback());
        this.rows = new ShadowRows(rehearsal, story.name());
        this.trip = new StoryTrip(rehearsal, story.entries());
    }

    /** What came of a proof, and whether the shadow holds the story now as if nothing had happened. */
    record Proven(StoryProof proof, boolean isIntact) {}

    Proven prove() throws SQLException {
        long start = System.nanoTime();
        Catalog before = rehearsal.look();
        boolean isTested = !story.tests().equals(io.schemactl.story.StoryTests.none(story.name()));
        End end = isTested ? go(before, false) : End.BACK;
        if (end == End.BACK) {
            end = go(before, true);
        }
        boolean isIntact = end != End.LOST && again(before);
        return new Proven(
                new StoryProof(
                        story.name(),
                        changeSets,
                        graded(),
                        List.copyOf(losses.values()),
                        tests,
                        expectations,
                        List.copyOf(findings),
                        List.copyOf(notes),
                        Duration.ofNanos(System.nanoTime() - start)),
                isIntact);
    }

    private Grade graded() {
        return grade == Grade.EXACT && losses.values().stream().anyMatch(loss -> true) ? Grade.LOSES_DATA : grade;
    }

    /** One trip there and back. */
    private End go(Catalog before, boolean isGenerated) throws SQLException {
        if (!fill(before, isGenerated)) {
            return End.BACK;
        }
        var old = new Stage(before, rows.read(before));
        try {
            upgraded = trip.upgrade();
        } catch (ProblemException e) {
            return refused(e, isGenerated);
        }
        changeSets = trip.recorded();
        look(upgraded, isGenerated);
        // A row that only the story allows, such as one with its label, would be in the way of its rollback by itself.
        rows.fillNew(before, upgraded);
        return back(old, new Stage(upgraded, rows.read(upgraded)));
    }

    /** Puts in the rows of the tests, and generated ones into the tables that are still empty. */
    private boolean fill(Catalog before, boolean isGenerated) throws SQLException {
        rows.clear(before);
        List<TestResult> written = new FunctionalTests(rehearsal.connection()).before(story.tests());
        List<TestResult> failed =
                written.stream().filter(result -> !result.passed()).toList();
        if (!failed.isEmpty()) {
            tests.addAll(failed);
            failed.forEach(this::report);
            return false;
        }
        if (isGenerated) {
            rows.fill(before).forEach(notes::add);
        } else {
            tests.addAll(written);
        }
        return true;
    }

    private End refused(ProblemException e, boolean isGenerated) throws SQLException {
        Problem problem = e.problem();
        if (problem.code() == ProblemCode.INTERRUPTED || problem.code() == ProblemCode.CONNECTION_LOST) {
            throw e;
        }
        boolean isOfGenerated = isGenerated && !story.tests().before().isEmpty();
        if (isGenerated && problem.code() == ProblemCode.PRECONDITION) {
            notes.add("its preconditions refuse generated rows: " + problem.message());
        } else {
            findings.add(new Finding(
                    isOfGenerated ? Severity.WARNING : Severity.ERROR,
                    "upgrade-fails",
                    "story " + story.name(),
                    problem.position(),
                    story.name(),
                    "%s: %s"
                            .formatted(
                                    isGenerated
                                            ? "the upgrade fails on a database with rows"
                                            : "the upgrade fails on the rows of tests.yaml",
                                    words(problem)),
                    null,
                    null,
                    "make the change sets work whatever rows the tables hold, or give realistic rows in tests.yaml"));
            grade = isOfGenerated ? grade : Grade.NOT_TRIED;
        }
        return trip.recorded() == 0 ? End.NOT_THERE : End.LOST;
    }

    static String words(Problem problem) {
        return problem.server() == null
                ? problem.message()
                : "%s: %s %s"
                        .formatted(
                                problem.message(),
                                problem.server().sqlState(),
                                problem.server().text());
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
            results.stream().filter(each -> !each.passed()).forEach(this::report);
            tests.addAll(results);
        }
        if (!rehearsal.look().equals(after)) {
            notes.add("the tests changed the schema outside of their transactions");
        }
    }

    private void report(TestResult result) {
        String difference = result.outcome().difference();
        findings.add(new Finding(
                Severity.ERROR,
                "test-" + result.kind().id(),
                "test " + result.name(),
                result.position(),
                story.name(),
                difference == null
                        ? "%s failed".formatted(result.name())
                        : "%s failed: %s".formatted(result.name(), difference),
                result.outcome().expected(),
                result.outcome().actual(),
                null));
    }

    private End back(Stage before, Stage after) throws SQLException {
        Catalog back;
        try {
            back = trip.rollback();
        } catch (ProblemException e) {
            if (e.problem().code() == ProblemCode.INTERRUPTED || e.problem().code() == ProblemCode.CONNECTION_LOST) {
                throw e;
            }
            grade = Grade.IMPOSSIBLE;
            findings.add(returning.error(
                    "rollback-fails",
                    "story " + story.name(),
                    e.problem().position() == null
                            ? story.rollback()
                            : e.problem().position(),
                    "it cannot be rolled back: " + words(e.problem()),
                    "write a rollback block that takes back all that its changes do"));
            return End.LOST;
        }
        List<Finding> left = returning.findings(Moment.ROLLBACK, before.catalog(), back);
        findings.addAll(left);
        var judge = new RowJudge(defaultSchema, before, after);
        judge.judge(rows.read(before.catalog()));
        judge.losses().forEach(this::lost);
        judge.notes().forEach(notes::add);
        judge.damages()
                .forEach(damage -> findings.add(returning.error(
                        "rollback-rows",
                        "table " + damage.table(),
                        story.rollback(),
                        "the rollback damages rows of %s that the story left alone: %s"
                                .formatted(damage.table(), damage.words()),
                        "make the rollback block leave other rows alone")));
        boolean isExact = left.stream().noneMatch(each -> each.severity() == Severity.ERROR)
                && judge.damages().isEmpty();
        grade = isExact ? grade : Grade.NOT_EXACT;
        return isExact ? End.BACK : End.LOST;
    }

    /** Of two trips, the one in which more was lost says how much. */
    private void lost(Loss loss) {
        losses.merge(loss.kind() + loss.object(), loss, (one, other) -> one.amount() >= other.amount() ? one : other);
    }

    /** Applies it for good, which must give what it gave before; nothing of it is there now, or what an attempt left. */
    private boolean again(Catalog before) throws SQLException {
        rows.clear(before);
        Catalog again;
        try {
            again = trip.upgrade();
        } catch (ProblemException e) {
            if (e.problem().code() == ProblemCode.INTERRUPTED || e.problem().code() == ProblemCode.CONNECTION_LOST) {
                throw e;
            }
            findings.add(returning.error(
                    upgraded == null ? "upgrade-fails" : "again-fails",
                    "story " + story.name(),
                    e.problem().position(),
                    "%s: %s"
                            .formatted(
                                    upgraded == null
                                            ? "it cannot be applied to an empty database"
                                            : "it cannot be applied again after its rollback",
                                    words(e.problem())),
                    null));
            grade = upgraded == null ? Grade.NOT_TRIED : Grade.NOT_EXACT;
            return false;
        }
        if (upgraded == null) {
            return true;
        }
        List<Finding> other = returning.findings(Moment.AGAIN, upgraded, again);
        findings.addAll(other);
        return other.isEmpty();
    }
}

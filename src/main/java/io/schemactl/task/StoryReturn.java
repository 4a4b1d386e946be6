package io.schemactl.task;

import io.schemactl.catalog.Catalog;
import io.schemactl.finding.Finding;
import io.schemactl.finding.Severity;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.prove.Grade;
import io.schemactl.prove.Holdings;
import io.schemactl.prove.HoldingsJudge;
import io.schemactl.prove.Loss;
import io.schemactl.prove.Returning;
import io.schemactl.prove.Returning.Moment;
import io.schemactl.prove.RowJudge;
import io.schemactl.prove.RowJudge.Stage;
import io.schemactl.prove.RowVerdict;
import io.schemactl.sql.Identifier;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a story back on a shadow, and says what is not as it was. */
final class StoryReturn {

    private final Rehearsal rehearsal;
    private final ProvenStory story;
    private final Identifier defaultSchema;
    private final Returning returning;
    private final ShadowRows rows;

    StoryReturn(Rehearsal rehearsal, ProvenStory story, Identifier defaultSchema, ShadowRows rows) {
        this.rehearsal = rehearsal;
        this.story = story;
        this.defaultSchema = defaultSchema;
        this.returning = new Returning(defaultSchema, story.name(), story.rollback());
        this.rows = rows;
    }

    /**
     * What a shadow holds at one moment.
     *
     * @param stage schema and rows
     * @param holdings all else
     */
    record Seen(Stage stage, Holdings holdings) {}

    /**
     * What came of a rollback.
     *
     * @param grade exact, not exact or impossible
     * @param findings what is wrong
     * @param losses what it takes with it
     * @param notes what could not be compared
     */
    record Result(Grade grade, List<Finding> findings, List<Loss> losses, List<String> notes) {
        /** Copies the lists. */
        Result {
            findings = List.copyOf(findings);
            losses = List.copyOf(losses);
            notes = List.copyOf(notes);
        }
    }

    /** What the shadow holds now. */
    Seen look(Catalog catalog) throws SQLException {
        return new Seen(rows.stage(catalog), Holdings.read(rehearsal.connection(), catalog));
    }

    /**
     * Takes a story back.
     *
     * @param before before the story
     * @param there right after it
     * @param filled the same with rows in its own tables too
     */
    Result back(StoryTrip trip, Seen before, Seen there, Stage filled) throws SQLException {
        Catalog back;
        try {
            back = trip.rollback();
        } catch (ProblemException e) {
            return impossible(e, "it cannot be rolled back");
        }
        List<Finding> findings = new ArrayList<>(
                returning.findings(Moment.ROLLBACK, before.stage().catalog(), back));
        Stage after = new Stage(
                back, rows.read(before.stage().catalog()), before.stage().ids());
        RowVerdict verdict =
                new RowJudge(defaultSchema, before.stage(), there.stage().contents(), filled).judge(after.contents());
        verdict.damages().forEach(damage -> findings.add(damaged(damage)));
        var holdings = new HoldingsJudge(returning, before.stage(), before.holdings(), there.holdings());
        holdings.judge(after, Holdings.read(rehearsal.connection(), back));
        findings.addAll(holdings.findings());
        List<Loss> losses = new ArrayList<>(verdict.losses());
        losses.addAll(holdings.losses());
        return new Result(grade(findings), findings, losses, verdict.notes());
    }

    /** Takes a story back while all tables are empty. */
    Result backOnEmpty(StoryTrip trip, Catalog before) throws SQLException {
        try {
            List<Finding> left = returning.findings(Moment.EMPTY, before, trip.rollback());
            return new Result(grade(left), left, List.of(), List.of());
        } catch (ProblemException e) {
            return impossible(e, "it cannot be rolled back on empty tables");
        }
    }

    private static Grade grade(List<Finding> findings) {
        return findings.stream().anyMatch(each -> each.severity() == Severity.ERROR) ? Grade.NOT_EXACT : Grade.EXACT;
    }

    private Finding damaged(RowVerdict.Damage damage) {
        return returning.error(
                "rollback-rows",
                "table " + damage.table(),
                story.rollback(),
                "the rollback " + damage.words(),
                "make the rollback block take back what the story did to rows, and leave other rows alone");
    }

    private Result impossible(ProblemException e, String what) {
        Problem problem = failure(e);
        Finding finding = returning.error(
                "rollback-fails",
                "story " + story.name(),
                problem.position() == null ? story.rollback() : problem.position(),
                "%s: %s".formatted(what, problem.words()),
                "write a rollback block that takes back all that its changes do");
        return new Result(Grade.IMPOSSIBLE, List.of(finding), List.of(), List.of());
    }

    /**
     * What a change set failed of.
     *
     * @throws ProblemException if it is no use to go on
     */
    static Problem failure(ProblemException e) {
        if (e.problem().code() == ProblemCode.INTERRUPTED || e.problem().code() == ProblemCode.CONNECTION_LOST) {
            throw e;
        }
        return e.problem();
    }

    /** What is wrong with the story besides. */
    Finding wrong(String rule, @Nullable Problem problem, String message, @Nullable String remedy) {
        return returning.error(
                rule, "story " + story.name(), problem == null ? null : problem.position(), message, remedy);
    }

    /** What is not as it was after the first upgrade. */
    List<Finding> again(Catalog first, Catalog again) {
        return returning.findings(Moment.AGAIN, first, again);
    }
}

package io.schemactl.task;

import io.schemactl.catalog.Catalog;
import io.schemactl.engine.ChangeSetEntry;
import io.schemactl.engine.ChangeSetResult.Outcome;
import io.schemactl.engine.RollbackScope;
import io.schemactl.engine.UpgradeScope;
import io.schemactl.engine.changelog.ChangeSetSource;
import io.schemactl.engine.changelog.ChangeSource;
import io.schemactl.engine.changelog.ChangelogSource;
import io.schemactl.lint.LintContext;
import io.schemactl.lint.LintedChange;
import io.schemactl.lint.LintedChangeSet;
import io.schemactl.lint.LintedRollback;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.sql.Identifier;
import io.schemactl.story.Story;
import io.schemactl.story.StoryTests;
import io.schemactl.story.TestsFile;
import io.schemactl.trace.Tracer;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes a changelog's change sets on a shadow, one by one, and sees what they do: forwards, and back. */
final class LintWalk {

    private final Rehearsal rehearsal;
    private final Tracer tracer;
    private final ShadowRows rows;
    private final LintContext.Server server;
    private final Standings standings;
    private @Nullable String story;
    private final List<LintContext> contexts = new ArrayList<>();
    private final Deque<Applied> applied = new ArrayDeque<>();
    private Catalog beforeStory;
    private @Nullable Problem hindrance;

    /**
     * A walk on a shadow.
     *
     * @param rows fills tables, because much hurts only where there are rows
     * @param standings how change sets stand in the changelog
     */
    LintWalk(Rehearsal rehearsal, Tracer tracer, ShadowRows rows, int majorVersion, Standings standings)
            throws SQLException {
        this.rehearsal = rehearsal;
        this.tracer = tracer;
        this.rows = rows;
        this.standings = standings;
        this.server = new LintContext.Server(
                majorVersion, new Identifier(rehearsal.session().migration().defaultSchema()));
        this.beforeStory = rehearsal.look();
    }

    /**
     * What the history has got.
     *
     * @param rows how many change sets
     * @param index which of those that were looked at; null if nobody looked
     */
    private record Applied(int rows, @Nullable Integer index) {}

    /** Applies change sets without looking at them. */
    void pass(Set<ChangeSetEntry> entries) throws SQLException {
        if (!entries.isEmpty()) {
            var counting = new CountingListener();
            rehearsal.upgrade(
                    UpgradeScope.only(entries.stream().map(ChangeSetEntry::id).collect(Collectors.toSet())), counting);
            if (counting.recorded() > 0) {
                applied.push(new Applied(counting.recorded(), null));
            }
        }
    }

    /** Applies a change set, and sees what it does. */
    void look(ChangeSetEntry entry) throws SQLException {
        Catalog before = rehearsal.look();
        if (entry.story().equals(story)) {
            rows.fill(before);
        } else {
            story = entry.story();
            beforeStory = before;
            rows.fill(tests(entry), before);
            tracer.storyBegins();
        }
        Attempt attempt = attempt(entry, before);
        TracingListener forwards = attempt.listener();
        var judged = new LintContext(
                linted(entry),
                forwards.statements(),
                new LintContext.Schemas(beforeStory, before, rehearsal.look()),
                attempt.failure(),
                null,
                server);
        if (forwards.outcome() == Outcome.APPLIED || forwards.outcome() == Outcome.MARKED_RAN) {
            applied.push(new Applied(1, forwards.outcome() == Outcome.APPLIED ? contexts.size() : null));
        }
        contexts.add(judged);
    }

    private StoryTests tests(ChangeSetEntry entry) {
        var folder = Story.of(entry.position().file()).folder();
        return TestsFile.read(new Story(entry.story(), folder), server.defaultSchema());
    }

    /**
     * What came of a change set.
     *
     * @param listener what its statements did
     * @param failure why the first attempt failed; null if it did not
     */
    private record Attempt(
            TracingListener listener, @Nullable Problem failure) {}

    /** Applies a change set as it is; otherwise without a transaction, if that is what it fails for; otherwise without rows. */
    private Attempt attempt(ChangeSetEntry entry, Catalog before) throws SQLException {
        UpgradeScope scope = UpgradeScope.only(Set.of(entry.id()));
        var listener = new TracingListener(rehearsal, tracer, before);
        try {
            rehearsal.upgrade(scope, listener);
            return new Attempt(listener, null);
        } catch (ProblemException e) {
            if (e.problem().code() == ProblemCode.INTERRUPTED) {
                throw e;
            }
            if (entry.inTransaction() && LintContext.isAboutTransactions(e.problem())) {
                return new Attempt(upgrade(scope.withoutTransactions(), before), e.problem());
            }
            if (!rows.clear(before)) {
                throw e;
            }
            if (entry.inTransaction()) {
                return new Attempt(upgrade(scope, before), e.problem());
            }
            // What ran before the failure remains, and the rest is all that runs now.
            rehearsal.upgrade(scope, listener);
            return new Attempt(listener, e.problem());
        }
    }

    private TracingListener upgrade(UpgradeScope scope, Catalog before) throws SQLException {
        var listener = new TracingListener(rehearsal, tracer, before);
        rehearsal.upgrade(scope, listener);
        return listener;
    }

    /**
     * Takes back what was looked at, the last first, and sees what that does.
     *
     * @return all that was looked at, in order; what stands before a change set that could not be taken back has no rollback
     */
    List<LintContext> back() throws SQLException {
        Catalog end = rehearsal.look();
        contexts.replaceAll(judged -> judged.endingIn(end));
        rows.fill(end);
        boolean isStuck = false;
        while (!isStuck && applied.stream().anyMatch(each -> each.index() != null)) {
            Applied last = applied.pop();
            isStuck = last.index() == null ? !takeBack(last.rows()) : !takeBackAndLook(last.index());
        }
        return List.copyOf(contexts);
    }

    /** Takes change sets back without looking at them; false if that is not possible. */
    private boolean takeBack(int rows) throws SQLException {
        try {
            rehearsal.rollback(RollbackScope.last(rows), new SilentListener());
            return true;
        } catch (ProblemException e) {
            if (e.problem().code() == ProblemCode.INTERRUPTED) {
                throw e;
            }
            hindrance = e.problem();
            return false;
        }
    }

    /** Why rollbacks were not tried: those of later change sets, which nobody looks at, failed. */
    Optional<Problem> findHindrance() {
        return Optional.ofNullable(hindrance);
    }

    private boolean takeBackAndLook(int index) throws SQLException {
        LintedRollback rollback = takeBack();
        contexts.set(index, contexts.get(index).with(rollback));
        return rollback.failure() == null;
    }

    /** Takes the last change set back as things are; otherwise without rows, if it fails for them. */
    private LintedRollback takeBack() throws SQLException {
        tracer.storyBegins();
        Catalog before = rehearsal.look();
        var listener = new TracingListener(rehearsal, tracer, before);
        Problem failure = tryRollback(listener);
        Problem failureOnRows = null;
        if (failure != null && before.equals(rehearsal.look()) && rows.clear(before)) {
            listener = new TracingListener(rehearsal, tracer, before);
            Problem other = tryRollback(listener);
            failureOnRows = other == null ? failure : null;
            failure = other;
        }
        Catalog after = rehearsal.look();
        if (failureOnRows != null) {
            rows.fill(after);
        }
        return new LintedRollback(listener.statements(), before, after, failure, failureOnRows);
    }

    private @Nullable Problem tryRollback(TracingListener listener) throws SQLException {
        try {
            rehearsal.rollback(RollbackScope.last(1), listener);
            return null;
        } catch (ProblemException e) {
            if (e.problem().code() == ProblemCode.INTERRUPTED) {
                throw e;
            }
            return e.problem();
        }
    }

    private LintedChangeSet linted(ChangeSetEntry entry) {
        ChangelogSource source = rehearsal.session().migration().changelog().source();
        ChangeSetSource written = source.find(
                        entry.id().id(), entry.id().author(), entry.id().file())
                .orElseThrow();
        return new LintedChangeSet(
                entry.id().id(),
                entry.id().author(),
                entry.story(),
                entry.position(),
                entry.comment(),
                entry.inTransaction(),
                written.changes().stream().map(LintWalk::linted).toList(),
                written.rollback(),
                written.rollbackChanges().stream().map(LintWalk::linted).toList(),
                written.batch() != null,
                standings.of(entry));
    }

    private static LintedChange linted(ChangeSource change) {
        return new LintedChange(
                change.type(),
                change.position(),
                change.text() == null ? null : change.text().text());
    }
}

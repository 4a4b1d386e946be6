package io.schemactl.task;

import io.schemactl.catalog.Catalog;
import io.schemactl.config.Target;
import io.schemactl.db.ServerFacts;
import io.schemactl.engine.ChangeSetEntry;
import io.schemactl.engine.ChangeSetId;
import io.schemactl.engine.RollbackScope;
import io.schemactl.engine.UpgradeScope;
import io.schemactl.finding.Finding;
import io.schemactl.finding.Severity;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemException;
import io.schemactl.prove.Returning;
import io.schemactl.prove.Returning.Moment;
import io.schemactl.prove.StoryProof;
import io.schemactl.sql.Identifier;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Proves that each story does what it says, and that each rollback brings back what was there. */
public final class Prove {

    private final TaskContext context;

    /** A task in a context. */
    public Prove(TaskContext context) {
        this.context = context;
    }

    /**
     * What to prove.
     *
     * @param stories the stories to prove; none for all
     * @param since the branch, tag or commit whose stories are proven already; null to prove all
     */
    public record Request(List<String> stories, @Nullable String since) {
        /** Copies the list. */
        public Request {
            stories = List.copyOf(stories);
        }

        /** Whether the changelog as a whole is proven too: down to nothing, and up at once. */
        boolean isWhole() {
            return stories.isEmpty() && since == null;
        }

        boolean holds(ProvenStory story, @Nullable BaseChangelog base) {
            return (stories.isEmpty() || stories.contains(story.name()))
                    && (base == null
                            || story.changeSets().stream().anyMatch(base::isNew)
                            || story.files().stream().anyMatch(base::isOther));
        }
    }

    /** What is known of the changelog and the shadow, from the first rehearsal on. */
    private static final class Progress {
        private final List<StoryProof> proofs = new ArrayList<>();
        private final List<Finding> chain = new ArrayList<>();
        private String serverVersion = "";
        private int next;
        private boolean isDone;

        /** Whether the changelog as a whole was proven, which takes a shadow on which every story is as it should be. */
        private boolean isChained;

        /** The change set of the story before the next one whose rollback failed, so that those before it are still to be tried. */
        private @Nullable ChangeSetEntry failed;
    }

    /**
     * Proves a target's changelog on shadows.
     *
     * @throws ProblemException if the changelog or a file of a story is wrong, or there is no shadow
     */
    public ProveReport run(Target target, Request request) {
        if (request.since() == null) {
            return run(target, request, null);
        }
        try (var base = BaseChangelog.read(target, request.since())) {
            return run(target, request, base);
        }
    }

    private ProveReport run(Target target, Request request, @Nullable BaseChangelog base) {
        long start = System.nanoTime();
        var progress = new Progress();
        try (var servers = new ShadowServers(context)) {
            var replay = new Replay(context, servers.shadows());
            while (!progress.isDone) {
                replay.rehearse(target, Surroundings.ofVersion(null), rehearsal -> {
                    walk(rehearsal, request, base, progress);
                    return progress;
                });
            }
            if (request.isWhole() && isSound(progress)) {
                progress.chain.addAll(atOnce(replay, target));
            }
        }
        return new ProveReport(
                target.name(),
                target.changelog(),
                progress.serverVersion,
                progress.proofs,
                progress.isChained,
                progress.chain,
                Duration.ofNanos(System.nanoTime() - start));
    }

    /** Whether the changelog can be applied at all. */
    private static boolean isSound(Progress progress) {
        return progress.proofs.stream()
                .flatMap(proof -> proof.findings().stream())
                .noneMatch(finding ->
                        finding.severity() == Severity.ERROR && finding.rule().equals(StoryProver.FAILS));
    }

    /** Proves stories one after another, until one leaves the shadow in a state that the next cannot begin from. */
    private void walk(Rehearsal rehearsal, Request request, @Nullable BaseChangelog base, Progress progress)
            throws SQLException {
        ServerFacts facts = ServerFacts.read(rehearsal.connection().driverConnection());
        progress.serverVersion = "%d.%d".formatted(facts.version() / 10_000, facts.version() % 10_000);
        var schema = new Identifier(rehearsal.session().migration().defaultSchema());
        List<ProvenStory> stories =
                ProvenStories.of(rehearsal.session().migration().changelog(), schema);
        StoryNames.requireKnown(
                request.stories(), stories.stream().map(ProvenStory::name).toList());
        Catalog empty = rehearsal.look();
        boolean isWhole = progress.next == 0;
        if (progress.failed != null) {
            pass(rehearsal, stories.subList(0, progress.next - 1));
            proveBefore(progress.failed, new StoryProver(rehearsal, stories.get(progress.next - 1), schema), progress);
            progress.isDone = progress.failed == null && isLast(progress, stories);
            return;
        }
        pass(rehearsal, stories.subList(0, progress.next));
        while (progress.next < stories.size()) {
            ProvenStory story = stories.get(progress.next);
            progress.next++;
            if (!request.holds(story, base)) {
                pass(rehearsal, List.of(story));
                continue;
            }
            context.listener().progresses("proving " + story.name());
            StoryProver.Proven proven = new StoryProver(rehearsal, story, schema).prove();
            progress.proofs.add(proven.proof());
            if (!proven.isIntact()) {
                progress.failed = proven.failed();
                progress.isDone = progress.failed == null && isLast(progress, stories);
                return;
            }
        }
        progress.isDone = true;
        if (request.isWhole() && isWhole) {
            progress.isChained = true;
            progress.chain.addAll(downToNothing(rehearsal, empty, schema));
        }
    }

    private static boolean isLast(Progress progress, List<ProvenStory> stories) {
        if (progress.next == stories.size()) {
            return true;
        }
        if (isSound(progress)) {
            return false;
        }
        int last = progress.proofs.size() - 1;
        String behind = stories.subList(progress.next, stories.size()).stream()
                .map(ProvenStory::name)
                .collect(Collectors.joining(", "));
        progress.proofs.set(last, progress.proofs.get(last).noting("the stories behind it were not proven: " + behind));
        return true;
    }

    /** Tries the rollback of a story's change sets before the one whose own fails. */
    private static void proveBefore(ChangeSetEntry failed, StoryProver prover, Progress progress) throws SQLException {
        StoryProver.Proven proven = prover.proveBefore(failed);
        int last = progress.proofs.size() - 1;
        progress.proofs.set(last, progress.proofs.get(last).and(proven.proof()));
        progress.failed = proven.failed();
    }

    private static void pass(Rehearsal rehearsal, List<ProvenStory> stories) throws SQLException {
        Set<ChangeSetId> ids = stories.stream()
                .flatMap(story -> story.changeSets().stream())
                .map(ChangeSetEntry::id)
                .collect(Collectors.toSet());
        if (!ids.isEmpty()) {
            rehearsal.upgrade(UpgradeScope.only(ids), new SilentListener());
        }
    }

    private static List<Finding> downToNothing(Rehearsal rehearsal, Catalog empty, Identifier schema)
            throws SQLException {
        var returning = new Returning(schema, null, null);
        try {
            rehearsal.rollback(RollbackScope.everything(), new SilentListener());
        } catch (ProblemException e) {
            return List.of(
                    refusal(returning, e, "nothing-fails", "all stories cannot be rolled back one after another"));
        }
        List<Finding> left = new ArrayList<>(returning.findings(Moment.NOTHING, empty, rehearsal.look()));
        try {
            rehearsal.upgrade(UpgradeScope.all(), new SilentListener());
        } catch (ProblemException e) {
            left.add(refusal(
                    returning,
                    e,
                    "nothing-again-fails",
                    "the stories cannot be applied again after the rollback of all"));
        }
        return left;
    }

    private static Finding refusal(Returning returning, ProblemException e, String rule, String what) {
        Problem problem = StoryReturn.failure(e);
        return returning.error(rule, "changelog", problem.position(), "%s: %s".formatted(what, problem.words()), null);
    }

    /** A database that got the stories one by one must be one that got them at once. */
    private static List<Finding> atOnce(Replay replay, Target target) {
        record End(Catalog catalog, Identifier schema) {}
        Surroundings around = Surroundings.ofVersion(null);
        End stepwise = replay.rehearse(target, around, rehearsal -> {
            for (String story : rehearsal.session().migration().changelog().stories()) {
                rehearsal.upgrade(UpgradeScope.upTo(story), new SilentListener());
            }
            return new End(
                    rehearsal.look(),
                    new Identifier(rehearsal.session().migration().defaultSchema()));
        });
        Catalog whole = replay.rehearse(target, around, rehearsal -> {
            rehearsal.upgrade(UpgradeScope.all(), new SilentListener());
            return rehearsal.look();
        });
        return new Returning(stepwise.schema(), null, null).findings(Moment.AT_ONCE, stepwise.catalog(), whole);
    }
}

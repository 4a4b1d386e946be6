package io.schemactl.task;

import io.schemactl.catalog.Catalog;
import io.schemactl.config.Target;
import io.schemactl.db.ServerFacts;
import io.schemactl.engine.RollbackScope;
import io.schemactl.engine.UpgradeScope;
import io.schemactl.finding.Finding;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
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
     * @param isWhole whether the changelog as a whole is proven too: down to nothing, and up at once
     */
    public record Request(List<String> stories, boolean isWhole) {
        /** Copies the list. */
        public Request {
            stories = List.copyOf(stories);
        }

        boolean holds(String story) {
            return stories.isEmpty() || stories.contains(story);
        }
    }

    /** What is known of the changelog and the shadow, from the first rehearsal on. */
    private static final class Progress {
        private final List<StoryProof> proofs = new ArrayList<>();
        private final List<Finding> chain = new ArrayList<>();
        private String serverVersion = "";
        private int next;
        private boolean isDone;
    }

    /**
     * Proves a target's changelog on shadows.
     *
     * @throws ProblemException if the changelog or a file of a story is wrong, or there is no shadow
     */
    public ProveReport run(Target target, Request request) {
        long start = System.nanoTime();
        var progress = new Progress();
        try (var servers = new ShadowServers(context)) {
            var replay = new Replay(context, servers.shadows());
            while (!progress.isDone) {
                replay.rehearse(target, Surroundings.ofVersion(null), rehearsal -> {
                    walk(rehearsal, request, progress);
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
                request.isWhole(),
                progress.chain,
                Duration.ofNanos(System.nanoTime() - start));
    }

    /** Whether the changelog can be applied at all. */
    private static boolean isSound(Progress progress) {
        return progress.proofs.stream()
                .flatMap(proof -> proof.findings().stream())
                .noneMatch(finding -> finding.rule().equals("upgrade-fails"));
    }

    /** Proves stories one after another, until one leaves the shadow in a state that the next cannot begin from. */
    private void walk(Rehearsal rehearsal, Request request, Progress progress) throws SQLException {
        ServerFacts facts = ServerFacts.read(rehearsal.connection().driverConnection());
        progress.serverVersion = "%d.%d".formatted(facts.version() / 10_000, facts.version() % 10_000);
        var schema = new Identifier(rehearsal.session().migration().defaultSchema());
        List<ProvenStory> stories =
                ProvenStories.of(rehearsal.session().migration().changelog(), schema);
        StoryNames.requireKnown(
                request.stories(), stories.stream().map(ProvenStory::name).toList());
        Catalog empty = rehearsal.look();
        boolean isWhole = progress.next == 0;
        pass(rehearsal, stories.subList(0, progress.next));
        while (progress.next < stories.size()) {
            ProvenStory story = stories.get(progress.next);
            progress.next++;
            if (!request.holds(story.name())) {
                pass(rehearsal, List.of(story));
                continue;
            }
            context.listener().progresses("proving " + story.name());
            StoryProver.Proven proven = new StoryProver(rehearsal, story, schema).prove();
            progress.proofs.add(proven.proof());
            if (!proven.isIntact()) {
                progress.isDone = progress.next == stories.size() || !isSound(progress);
                return;
            }
        }
        progress.isDone = true;
        if (request.isWhole() && isWhole) {
            progress.chain.addAll(downToNothing(rehearsal, empty, schema));
        }
    }

    private static void pass(Rehearsal rehearsal, List<ProvenStory> stories) throws SQLException {
        Set<io.schemactl.engine.ChangeSetId> ids = stories.stream()
                .flatMap(story -> story.changeSets().stream())
                .map(io.schemactl.engine.ChangeSetEntry::id)
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
        Problem problem = e.problem();
        if (problem.code() == ProblemCode.INTERRUPTED || problem.code() == ProblemCode.CONNECTION_LOST) {
            throw e;
        }
        return returning.error(
                rule, "changelog", problem.position(), "%s: %s".formatted(what, StoryProver.words(problem)), null);
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

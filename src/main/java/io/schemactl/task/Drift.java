package io.schemactl.task;

import io.schemactl.catalog.Reading;
import io.schemactl.config.Target;
import io.schemactl.diff.Difference;
import io.schemactl.engine.ChangeSetId;
import io.schemactl.engine.ChangeSetState;
import io.schemactl.engine.ChangeSetStatus;
import io.schemactl.engine.ChangelogStatus;
import io.schemactl.engine.UpgradeScope;
import io.schemactl.finding.Finding;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.sql.Identifier;
import io.schemactl.task.SideReport.Kind;
import io.schemactl.verify.DriftCheck;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares a live database's whole catalog with what the change sets that are applied to it make of an empty one. */
final class Drift {

    private final TaskContext context;
    private final VerifyRequest request;

    Drift(TaskContext context, VerifyRequest request) {
        this.context = context;
        this.request = request;
    }

    /**
     * A database as it is.
     *
     * @param defaultSchema the schema that messages do not mention
     * @param around what its changelog found in it
     */
    record Live(
            Target target,
            List<StoryStatus> stories,
            ChangelogStatus status,
            Identifier defaultSchema,
            Reading reading,
            Surroundings around) {

        /** Whether all of the changelog is applied. */
        boolean isAtHead() {
            return status.in(ChangeSetState.PENDING).isEmpty();
        }

        Set<ChangeSetId> applied() {
            return status.changeSets().stream()
                    .filter(changeSet -> changeSet.row() != null)
                    .map(changeSet -> changeSet.entry().id())
                    .collect(Collectors.toSet());
        }

        /** The story up to which everything is applied, and nothing behind it; null if it is not as simple. */
        @Nullable
        String story() {
            List<ChangeSetStatus> meant = status.changeSets().stream()
                    .filter(changeSet -> changeSet.state() != ChangeSetState.FILTERED)
                    .toList();
            int applied =
                    (int) meant.stream().takeWhile(each -> each.row() != null).count();
            boolean isSimple = applied > 0
                    && meant.stream().skip(applied).allMatch(each -> each.row() == null)
                    && (applied == meant.size()
                            || !meant.get(applied)
                                    .entry()
                                    .story()
                                    .equals(meant.get(applied - 1).entry().story()));
            return isSimple ? meant.get(applied - 1).entry().story() : null;
        }
    }

    /** What came of a comparison. */
    record Compared(VerifyReport.Whole report, List<Finding> findings) {}

    /**
     * What is to be said beside what was said already; nothing if there was no comparison, which the user is told.
     *
     * @throws ProblemException if the comparison is required, and not possible
     */
    Optional<Compared> find(Live live, List<Finding> said) {
        if (request.with() == VerifyRequest.With.NOTHING) {
            return Optional.empty();
        }
        return findExpected(live).map(expected -> compared(live, expected, said));
    }

    private Compared compared(Live live, Side expected, List<Finding> said) {
        var database = new SideReader.Origin(Kind.DATABASE, live.target().name(), null, null, null)
                .side(live.reading(), Integer.toString(live.reading().majorVersion()));
        List<Difference> differences = new Comparison(request.ignored()).of(expected, database);
        var check = new DriftCheck(live.defaultSchema(), said, remedy(live));
        List<Finding> findings = new ArrayList<>(check.drift(differences));
        findings.addAll(check.reordered(differences));
        findings.addAll(check.unseen(live.reading().unseen()));
        var report = new VerifyReport.Whole(
                expected.about(),
                database.about().objects(),
                database.about().unseen().size());
        return new Compared(report, findings);
    }

    private static String remedy(Live live) {
        String story = live.story();
        String side = live.isAtHead() || story == null ? "" : "changelog@%s ".formatted(story);
        return "run `schemactl diff %s--format sql` for a script that mends it".formatted(side);
    }

    private Optional<Side> findExpected(Live live) {
        if (request.with() == VerifyRequest.With.SNAPSHOT && live.isAtHead()) {
            Optional<Side> snapshot = findSnapshot(live);
            if (snapshot.isPresent()) {
                return snapshot;
            }
        }
        try (var servers = new ShadowServers(context)) {
            return Optional.of(replayed(live, new Replay(context, servers.shadows())));
        } catch (ProblemException e) {
            if (request.isRequired() || e.problem().code() == ProblemCode.INTERRUPTED) {
                throw e;
            }
            context.listener()
                    .says(
                            "warning: the whole catalog was not compared: %s; %s"
                                    .formatted(
                                            e.problem().message(),
                                            "pass --shadow URL of a server on which databases may be created, or --no-catalog"));
            return Optional.empty();
        }
    }

    /** The snapshot, if it is one, and of the server's version. */
    private Optional<Side> findSnapshot(Live live) {
        Path file = Snapshot.file(live.target());
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                            new Snapshots(context).read(new SideSpec.Snapshot(file), new SideReader(request.filter())))
                    .filter(side ->
                            side.reading().majorVersion() == live.reading().majorVersion());
        } catch (ProblemException e) {
            context.listener()
                    .says("warning: %s; the database is compared with a replay of the changelog instead"
                            .formatted(e.problem().message()));
            return Optional.empty();
        }
    }

    /** Replays what is applied and nothing else, so also change sets that the filters of today leave out. */
    private Side replayed(Live live, Replay replay) {
        Target target = live.target();
        var origin = new SideReader.Origin(
                Kind.CHANGELOG, target.name(), null, target.changelog(), live.isAtHead() ? null : live.story());
        Side side = replay.read(
                target.unfiltered(),
                UpgradeScope.only(live.applied()),
                live.around(),
                connection -> new SideReader(request.filter()).read(connection, origin));
        int version = side.reading().majorVersion();
        if (version != live.reading().majorVersion()) {
            throw new ProblemException(Problem.of(
                            ProblemCode.SHADOW,
                            "the database is on PostgreSQL %d, but the shadow on PostgreSQL %d"
                                    .formatted(live.reading().majorVersion(), version))
                    .state("the whole catalog was not compared")
                    .fix("pass --shadow URL of a server of the database's version"));
        }
        return side;
    }
}

package io.schemactl.task;

import io.schemactl.config.Target;
import io.schemactl.engine.ChangeSetEntry;
import io.schemactl.engine.ChangeSetId;
import io.schemactl.engine.ChangeSetStatus;
import io.schemactl.engine.Changelog;
import io.schemactl.engine.ChangelogStatus;
import io.schemactl.engine.OwnTables;
import io.schemactl.forecast.Pace;
import io.schemactl.lint.Linter;
import io.schemactl.lint.rules.Rules;
import io.schemactl.live.Figures;
import io.schemactl.live.LiveReader;
import io.schemactl.live.LiveState;
import io.schemactl.live.Replication;
import io.schemactl.live.Statistics;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Adds to a plan what its change sets did on a shadow, and what that means for a database of known sizes. */
final class PlanOutlook {

    private static final String LIVE = "the live server";

    private final TaskContext context;
    private final Plan.Request request;

    PlanOutlook(TaskContext context, Plan.Request request) {
        this.context = context;
        this.request = request;
    }

    /** The outlook for the live database. */
    PlanReport on(Session session, PlanReport sql) throws SQLException {
        List<String> missing = new ArrayList<>();
        LiveState live = new LiveReader(session.connection()).read();
        missing.addAll(live.notes());
        var around = new Forecaster.Circumstances(
                live.figures(), live.locks(), context.settings().lockTimeout());
        PlanTrace.Result traced = traced(session, sql, missing);
        return new PlanReport(
                sql.target(),
                traced == null ? sql.changeSets() : foreseen(sql, traced, around, missing),
                sql.script(),
                new PlanReport.Outlook(
                        LIVE, live.figures().taken(), live.replication(), missing, assumptions(live.figures())));
    }

    private PlanTrace.@Nullable Result traced(Session session, PlanReport sql, List<String> missing)
            throws SQLException {
        ChangelogStatus status = session.migration().status();
        Set<ChangeSetId> applied = applied(status);
        Surroundings around = Surroundings.of(
                session.connection(), major(sql.target().serverVersion()), OwnTables.find(session.connection()));
        try (var servers = new ShadowServers(context)) {
            return new Replay(context, servers.shadows())
                    .rehearse(unfiltered(session.target(), status, applied), around, rehearsal -> {
                        var trace = new PlanTrace(rehearsal, session.target().name());
                        trace.prepare(applied);
                        return trace.walk(entries(sql));
                    });
        } catch (ProblemException e) {
            if (e.problem().code() == ProblemCode.INTERRUPTED || e.problem().code() == ProblemCode.INTERNAL) {
                throw e;
            }
            missing.add("locks, rewrites and losses, because nothing could be tried on a shadow: " + said(e.problem()));
            return null;
        }
    }

    /** What filters keep from running today may have run before. */
    private static Target unfiltered(Target target, ChangelogStatus status, Set<ChangeSetId> applied) {
        return status.changeSets().stream()
                        .map(ChangeSetStatus::entry)
                        .anyMatch(entry -> entry.filteredBecause() != null && applied.contains(entry.id()))
                ? target.unfiltered()
                : target;
    }

    private static Set<ChangeSetId> applied(ChangelogStatus status) {
        return status.changeSets().stream()
                .filter(changeSet -> changeSet.row() != null)
                .map(changeSet -> changeSet.entry().id())
                .collect(Collectors.toSet());
    }

    private static List<ChangeSetEntry> entries(PlanReport sql) {
        return sql.changeSets().stream().map(PlanReport.Planned::entry).toList();
    }

    private static int major(String version) {
        return Integer.parseInt(version.replaceFirst("\\..*", ""));
    }

    private static String said(Problem problem) {
        String server = problem.server() == null
                ? ""
                : " (%s)".formatted(problem.server().text());
        String fix = problem.fix() == null ? "" : "; " + problem.fix();
        return problem.message() + server + fix;
    }

    private List<PlanReport.Planned> foreseen(
            PlanReport sql, PlanTrace.Result traced, Forecaster.Circumstances around, List<String> missing) {
        var forecaster = new Forecaster(around, new Linter(Rules.all(), request.severities()), traced.defaultSchema());
        List<PlanReport.Planned> planned = new ArrayList<>();
        for (PlanReport.Planned each : sql.changeSets()) {
            ChangeSetId id = each.entry().id();
            PlanTrace.Seen seen = traced.changeSets().get(id);
            boolean isSilent = seen != null
                    && seen.statements().isEmpty()
                    && !each.statements().isEmpty();
            if (isSilent) {
                missing.add(
                        "what %s does, because it did not run on the shadow, where its preconditions find something else"
                                .formatted(each.entry().label()));
            }
            planned.add(each.with(seen == null || isSilent ? null : forecaster.of(id, seen)));
        }
        Problem failure = traced.failure();
        if (failure != null) {
            missing.add("what comes behind, because a change set fails on the shadow: " + said(failure));
        }
        return planned;
    }

    /** The outlook for a database that is not asked; a shadow stands for it. */
    PlanReport without(Target target, Plan.Instead instead) {
        Statistics statistics = instead.statistics();
        Changelog changelog = Changelog.load(Session.request(target));
        Set<ChangeSetId> applied =
                instead.since() == null ? applied(changelog, statistics) : before(instead.since(), target, changelog);
        boolean isFiltered = changelog.entries().stream()
                .anyMatch(entry -> entry.filteredBecause() != null && applied.contains(entry.id()));
        Surroundings around = Surroundings.ofVersion(statistics == null ? null : statistics.majorVersion());
        try (var servers = new ShadowServers(context)) {
            return new Replay(context, servers.shadows())
                    .rehearse(isFiltered ? target.unfiltered() : target, around, rehearsal -> {
                        var trace = new PlanTrace(rehearsal, target.name());
                        trace.prepare(applied);
                        Session session = rehearsal.session();
                        var sql = Plan.report(
                                context,
                                session,
                                session.migration().planUpgrade(request.scope()),
                                about(session, target, instead));
                        return sql.changeSets().isEmpty() ? sql : without(sql, trace.walk(entries(sql)), instead);
                    });
        }
    }

    private PlanReport without(PlanReport sql, PlanTrace.Result traced, Plan.Instead instead) {
        Statistics statistics = instead.statistics();
        List<String> missing = new ArrayList<>();
        missing.add(
                statistics == null
                        ? "sizes, open transactions, replicas and what is really applied, because no database was asked"
                        : "open transactions and replicas, because no database was asked");
        var figures = statistics == null ? null : statistics.figures();
        if (figures != null && !figures.areWritesCounted()) {
            missing.add(
                    "how often rows are written, because the server that was asked does not count that: a standby does not");
        }
        var around = new Forecaster.Circumstances(
                figures, List.of(), context.settings().lockTimeout());
        List<PlanReport.Planned> planned = foreseen(sql, traced, around, missing);
        return new PlanReport(
                sql.target(),
                planned,
                sql.script(),
                new PlanReport.Outlook(
                        instead.name(),
                        figures == null ? null : figures.taken(),
                        Replication.UNKNOWN,
                        missing,
                        assumptions(figures)));
    }

    private static List<String> assumptions(@Nullable Figures figures) {
        List<String> assumptions = new ArrayList<>(Pace.assumptions());
        if (figures != null && figures.isSinceStart() && figures.areWritesCounted()) {
            assumptions.add("rows are written as often as since the server's start, which is an upper bound:"
                    + " the counts were never reset, and may be older");
        }
        return assumptions;
    }

    private static TargetReport about(Session shadow, Target target, Plan.Instead instead) {
        Statistics statistics = instead.statistics();
        return new TargetReport(
                target.name(),
                instead.name() == null ? "no database" : "statistics in " + instead.name(),
                statistics == null ? shadow.report().serverVersion() : statistics.serverVersion(),
                null);
    }

    /** The change sets that are not new since a branch. */
    private static Set<ChangeSetId> before(String reference, Target target, Changelog changelog) {
        try (var base = BaseChangelog.read(target, reference)) {
            return changelog.entries().stream()
                    .filter(entry -> !base.isNew(entry))
                    .map(ChangeSetEntry::id)
                    .collect(Collectors.toSet());
        }
    }

    /** The change sets that the statistics name; those that the changelog does not have are said. */
    private Set<ChangeSetId> applied(Changelog changelog, @Nullable Statistics statistics) {
        if (statistics == null) {
            return Set.of();
        }
        Set<ChangeSetId> known =
                changelog.entries().stream().map(ChangeSetEntry::id).collect(Collectors.toSet());
        Set<ChangeSetId> applied = new HashSet<>();
        for (Statistics.Applied each : statistics.applied()) {
            var id = new ChangeSetId(each.id(), each.author(), each.file());
            if (known.contains(id)) {
                applied.add(id);
            } else {
                context.listener()
                        .says("warning: change set %s by %s of %s is applied, but not in the changelog"
                                .formatted(each.id(), each.author(), each.file()));
            }
        }
        return applied;
    }
}

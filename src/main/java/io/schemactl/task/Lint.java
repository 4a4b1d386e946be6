package io.schemactl.task;

import io.schemactl.catalog.ObjectKey;
import io.schemactl.config.Target;
import io.schemactl.db.ServerFacts;
import io.schemactl.engine.ChangeSetEntry;
import io.schemactl.engine.Changelog;
import io.schemactl.finding.Finding;
import io.schemactl.finding.Severity;
import io.schemactl.lint.LintContext;
import io.schemactl.lint.LintedBranch;
import io.schemactl.lint.Linter;
import io.schemactl.lint.NamePatterns;
import io.schemactl.lint.RuleSeverities;
import io.schemactl.lint.rules.Rules;
import io.schemactl.trace.Tracer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Judges the change sets of a changelog: runs them on a shadow that has rows, traces each statement, and asks all rules. */
public final class Lint {

    private final TaskContext context;

    /** A task in a context. */
    public Lint(TaskContext context) {
        this.context = context;
    }

    /**
     * What to judge.
     *
     * @param severities how much rules matter
     * @param names what names have to match
     * @param failOn the severity from which on a finding is too much
     * @param stories the stories to judge; empty for all
     * @param since the branch, tag or commit that is judged already; null to judge all
     */
    public record Request(
            RuleSeverities severities,
            NamePatterns names,
            Severity failOn,
            List<String> stories,
            @Nullable String since) {
        /** Copies the stories. */
        public Request {
            stories = List.copyOf(stories);
        }
    }

    /**
     * Judges a target's changelog.
     *
     * @throws io.schemactl.problem.ProblemException if it does not run on an empty database
     */
    public LintReport run(Target target, Request request) {
        if (request.since() == null) {
            return run(target, request, null);
        }
        try (var base = BaseChangelog.read(target, request.since())) {
            return run(target, request, base);
        }
    }

    private LintReport run(Target target, Request request, @Nullable BaseChangelog base) {
        long start = System.nanoTime();
        var linter = new Linter(Rules.with(request.names()), request.severities());
        try (var servers = new ShadowServers(context)) {
            var replay = new Replay(context, servers.shadows());
            Map<ObjectKey, String> touched = base == null ? Map.of() : new Arrivals(replay).touched(base);
            return replay.rehearse(target, Surroundings.ofVersion(null), rehearsal -> {
                Changelog changelog = rehearsal.session().migration().changelog();
                StoryNames.requireKnown(request.stories(), changelog.stories());
                warnOfNothing(changelog.entries());
                List<LintContext> contexts = walk(
                        target,
                        rehearsal,
                        new Standings(changelog, base, touched),
                        entry -> isJudged(entry, request, base));
                List<Finding> findings = Stream.concat(
                                wholes(target, changelog, request, base).flatMap(whole -> linter.lint(whole).stream()),
                                contexts.stream().flatMap(each -> linter.lint(each).stream()))
                        .toList();
                return report(target, rehearsal, new Judged(contexts, findings), request.failOn(), start);
            });
        }
    }

    /** A check of nothing finds nothing, which nobody should take for good. */
    private void warnOfNothing(List<ChangeSetEntry> entries) {
        if (entries.isEmpty()) {
            context.listener().says("warning: the changelog has no change sets");
        } else if (entries.stream().allMatch(entry -> entry.filteredBecause() != null)) {
            context.listener()
                    .says("warning: contexts, labels or dbms keep every change set of the changelog from running: "
                            + entries.get(0).filteredBecause());
        }
    }

    /** How the changelog stands to the other branch; whoever asks for some stories does not ask for that. */
    private static Stream<LintedBranch> wholes(
            Target target, Changelog changelog, Request request, @Nullable BaseChangelog base) {
        return base == null || !request.stories().isEmpty()
                ? Stream.empty()
                : Stream.of(new BranchOrder(changelog.entries(), base, target).compared());
    }

    private static boolean isJudged(ChangeSetEntry entry, Request request, @Nullable BaseChangelog base) {
        return (request.stories().isEmpty() || request.stories().contains(entry.story()))
                && (base == null || base.isNew(entry));
    }

    private List<LintContext> walk(
            Target target, Rehearsal rehearsal, Standings standings, Predicate<ChangeSetEntry> isJudged)
            throws SQLException {
        try (var tracer = new Tracer(rehearsal.connection(), rehearsal::another)) {
            var walk = new LintWalk(
                    rehearsal,
                    tracer,
                    new ShadowRows(rehearsal, target.name()),
                    facts(rehearsal).major(),
                    standings);
            Set<ChangeSetEntry> passed = new LinkedHashSet<>();
            for (ChangeSetEntry entry :
                    rehearsal.session().migration().changelog().entries()) {
                if (entry.filteredBecause() != null) {
                    continue;
                }
                if (!isJudged.test(entry)) {
                    passed.add(entry);
                    continue;
                }
                walk.pass(passed);
                passed.clear();
                walk.look(entry);
            }
            walk.pass(passed);
            List<LintContext> contexts = walk.back();
            walk.findHindrance()
                    .ifPresent(problem -> context.listener()
                            .says("warning: rollbacks were not tried, because that of a later change set fails: "
                                    + problem.message()));
            return contexts;
        }
    }

    private static ServerFacts facts(Rehearsal rehearsal) throws SQLException {
        return ServerFacts.read(rehearsal.connection().driverConnection());
    }

    /** Change sets, and what there is to say of them. */
    private record Judged(List<LintContext> contexts, List<Finding> findings) {}

    private static LintReport report(Target target, Rehearsal rehearsal, Judged judged, Severity failOn, long start)
            throws SQLException {
        ServerFacts facts = facts(rehearsal);
        return new LintReport(
                target.name(),
                target.changelog(),
                "%d.%d".formatted(facts.version() / 10_000, facts.version() % 10_000),
                judged.contexts().stream()
                        .map(each -> each.changeSet().story())
                        .distinct()
                        .toList(),
                judged.contexts().size(),
                judged.contexts().stream()
                        .mapToInt(each -> each.statements().size())
                        .sum(),
                judged.findings(),
                failOn,
                Duration.ofNanos(System.nanoTime() - start));
    }
}

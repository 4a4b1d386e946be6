package io.schemactl.task;

import io.schemactl.catalog.Database;
import io.schemactl.catalog.Reading;
import io.schemactl.diff.ColumnOrder;
import io.schemactl.diff.Difference;
import io.schemactl.diff.DifferenceText;
import io.schemactl.diff.DifferenceWords;
import io.schemactl.diff.Hazard;
import io.schemactl.diff.plan.Migration;
import io.schemactl.diff.plan.PlanOptions;
import io.schemactl.problem.ProblemException;
import io.schemactl.sql.Identifier;
import io.schemactl.task.SidesReader.Sides;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Compares two sides: databases, changelogs, snapshots and SQL; changes nothing but shadows. */
public final class Diff {

    private static final Identifier PUBLIC = new Identifier("public");
    private static final CatalogFilter EVERYTHING = new CatalogFilter(List.of(), List.of());

    private final TaskContext context;

    /** A task in a context. */
    public Diff(TaskContext context) {
        this.context = context;
    }

    /**
     * Compares two sides.
     *
     * @throws ProblemException if a side cannot be reached, read or made
     */
    public DiffReport run(DiffRequest request) {
        long start = System.nanoTime();
        try (var servers = new ShadowServers(context)) {
            Sides sides = new SidesReader(context, servers, request.filter()).read(request);
            return report(sides, differences(sides, request, servers), request, start);
        }
    }

    /**
     * Compares two sides, and finds the script that turns the first into the second.
     *
     * @throws ProblemException if a side cannot be reached, read or made, or there is no such script
     */
    public MigrationReport migrate(DiffRequest request, PlanOptions options) {
        long start = System.nanoTime();
        try (var servers = new ShadowServers(context)) {
            servers.shadows();
            Sides whole = new SidesReader(context, servers, EVERYTHING).read(request);
            Sides sides =
                    new Sides(whole.from().only(request.filter()), whole.to().only(request.filter()));
            DiffReport report = report(sides, differences(sides, request, servers), request, start);
            Duration lockTimeout = context.settings().lockTimeout();
            if (report.isEqual()) {
                return new MigrationReport(report, new Migration(List.of()), List.of(), lockTimeout);
            }
            warnOfUnseen(report);
            boolean isLive = report.from().kind() == SideReport.Kind.DATABASE;
            var counted = new Counted(whole, sides, request);
            var goal = new Goal(request.filter(), request.ignored(), isLive);
            Migrator.Proved proved =
                    new Migrator(context, servers, options).migrate(counted.from(), counted.to(), goal);
            warnOfHazards(proved.migration());
            return new MigrationReport(report, proved.migration(), proved.notes(), lockTimeout);
        }
    }

    /** What copies must hold of both sides; a shadow may be unable to have what does not count, or is equal. */
    private record Counted(Reading from, Reading to) {

        Counted(Sides whole, Sides filtered, DiffRequest request) {
            this(
                    counting(whole.from(), filtered, request.ignored()),
                    counting(whole.to(), filtered, request.ignored()));
        }

        private static Reading counting(Side side, Sides filtered, Set<DiffRequest.Ignored> ignored) {
            Reading reading =
                    ignored.contains(DiffRequest.Ignored.LABELS) ? Goal.withoutLabels(side.reading()) : side.reading();
            boolean isDatabaseSame = findDatabase(filtered.from()).equals(findDatabase(filtered.to()));
            return ignored.contains(DiffRequest.Ignored.DATABASE) || isDatabaseSame
                    ? reading.withoutDatabase()
                    : reading;
        }

        private static Optional<Database> findDatabase(Side side) {
            return side.reading().catalog().all(Database.class).findFirst();
        }
    }

    private void warnOfHazards(Migration migration) {
        Map<Hazard.Type, Set<String>> harmed = new EnumMap<>(Hazard.Type.class);
        migration.statements().stream()
                .flatMap(statement -> statement.hazards().stream())
                .filter(hazard -> hazard.type() != Hazard.Type.TABLE_SCAN || hazard.blocks())
                .forEach(hazard -> harmed.computeIfAbsent(hazard.type(), type -> new TreeSet<>())
                        .add(hazard.object()));
        harmed.forEach((type, objects) -> findWarning(type)
                .ifPresent(words -> context.listener()
                        .says("warning: the script %s: %s".formatted(words, String.join(", ", objects)))));
    }

    /** What is said even to somebody who does not read the script. */
    private static Optional<String> findWarning(Hazard.Type type) {
        return switch (type) {
            case DATA_LOSS -> Optional.of("loses data");
            case TABLE_REWRITE -> Optional.of("writes all rows anew, and blocks their table meanwhile");
            case TABLE_SCAN -> Optional.of("reads all rows, and blocks their table meanwhile");
            case MAY_FAIL -> Optional.of("may fail, depending on the rows");
            case INDEX_BUILD, LOCK -> Optional.empty();
        };
    }

    /**
     * Compares two sides, and finds the migrations from the first to the second and back, for a story. What a rollback may lose is
     * known to those who review the story, so that the way back may change values.
     *
     * @throws ProblemException if a side cannot be reached, read or made, or there is no way there or back
     */
    public StoryDraft story(DiffRequest request, PlanOptions options) {
        long start = System.nanoTime();
        try (var servers = new ShadowServers(context)) {
            servers.shadows();
            Sides whole = new SidesReader(context, servers, EVERYTHING).read(request);
            Sides sides =
                    new Sides(whole.from().only(request.filter()), whole.to().only(request.filter()));
            List<Difference> differences = differences(sides, request, servers);
            DiffReport report = report(sides, differences, request, start);
            Reading from = sides.from().reading();
            Reading to = sides.to().reading();
            var content = new StoryDraft.Content(differences, from.catalog(), to.catalog());
            if (report.isEqual()) {
                var nothing = new Migration(List.of());
                return new StoryDraft(report, nothing, nothing, content, List.of());
            }
            warnOfUnseen(report);
            var counted = new Counted(whole, sides, request);
            var goal = new Goal(request.filter(), request.ignored(), false);
            Migrator.Proved forward =
                    new Migrator(context, servers, options).migrate(counted.from(), counted.to(), goal);
            var back = new PlanOptions(options.singleTransaction(), true);
            Migrator.Proved backward = new Migrator(context, servers, back).migrate(counted.to(), counted.from(), goal);
            return new StoryDraft(report, forward.migration(), backward.migration(), content, forward.notes());
        }
    }

    private void warnOfUnseen(DiffReport report) {
        for (SideReport side : List.of(report.from(), report.to())) {
            if (!side.unseen().isEmpty()) {
                context.listener()
                        .says("warning: the script does not know what %s has besides: %s"
                                .formatted(side.name(), String.join(", ", side.unseen())));
            }
        }
    }

    private List<Difference> differences(Sides sides, DiffRequest request, ShadowServers servers) {
        var comparison = new Comparison(request.ignored());
        List<Difference> differences = comparison.of(sides.from(), sides.to());
        if (differences.isEmpty() || sides.areOfOneVersion()) {
            return differences;
        }
        Sides comparable = new VersionGap(context, servers).bridge(sides, request);
        return comparison.of(comparable.from(), comparable.to());
    }

    private static DiffReport report(Sides sides, List<Difference> differences, DiffRequest request, long start) {
        Predicate<Difference> counts = difference -> request.strict() || !ColumnOrder.isAllThatDiffers(difference);
        return new DiffReport(
                sides.from().about(),
                sides.to().about(),
                words(differences, counts),
                words(differences, counts.negate()),
                Duration.ofNanos(System.nanoTime() - start));
    }

    private static List<DifferenceText> words(List<Difference> differences, Predicate<Difference> which) {
        return differences.stream()
                .filter(which)
                .map(difference -> DifferenceWords.of(difference, PUBLIC))
                .toList();
    }
}

package io.schemactl.task;

import io.schemactl.diff.DifferenceWords;
import io.schemactl.problem.ProblemException;
import io.schemactl.shadow.ShadowPlace;
import io.schemactl.shadow.Shadows;
import io.schemactl.sql.Identifier;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares two sides: databases, changelogs, snapshots and SQL; changes nothing but shadows. */
public final class Diff {

    /** The places of the sides. */
    private enum End {
        FROM,
        TO
    }

    private static final Identifier PUBLIC = new Identifier("public");

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
        Map<End, Side> sides = read(request);
        Side from = sides.get(End.FROM);
        Side to = sides.get(End.TO);
        if (from == null || to == null) {
            throw new IllegalStateException("a comparison has two sides");
        }
        return new DiffReport(
                from.about(),
                to.about(),
                new Comparison(request.ignored())
                        .of(from, to).stream()
                                .map(difference -> DifferenceWords.of(difference, PUBLIC))
                                .toList(),
                Duration.ofNanos(System.nanoTime() - start));
    }

    /** Reads what is there first, because shadows are made like it. */
    private Map<End, Side> read(DiffRequest request) {
        Map<End, SideSpec> specs = new EnumMap<>(Map.of(End.FROM, request.from(), End.TO, request.to()));
        ShadowPlace place = place(request);
        var reader = new SideReader(request.filter());
        Map<End, LiveSide> live = new EnumMap<>(End.class);
        Map<End, Side> sides = new EnumMap<>(End.class);
        specs.forEach((end, spec) -> {
            LiveSide read = live(spec, reader);
            if (read != null) {
                live.put(end, read);
                sides.put(end, read.side());
            } else if (spec instanceof SideSpec.Snapshot snapshot) {
                sides.put(end, new Snapshots(context).read(snapshot, reader));
            }
        });
        warnOfOne(live);
        Integer version = sides.values().stream()
                .map(side -> side.reading().majorVersion())
                .findFirst()
                .orElse(null);
        try (var shadows = new Shadows(
                place,
                major -> EmbeddedShadow.start(context, major),
                words -> context.listener().says(words))) {
            specs.forEach((end, spec) -> {
                if (spec instanceof SideSpec.Replay replay) {
                    Surroundings around = around(replay, specs, live).orElse(Surroundings.ofVersion(version));
                    sides.put(end, new Replay(context, shadows).read(replay, around, reader));
                } else if (spec instanceof SideSpec.Script script) {
                    sides.put(end, new Scripts(context, shadows).read(script, version, reader));
                }
            });
        }
        return sides;
    }

    /** Where shadows would be made; a setting that makes no sense is an error where it is needed. */
    private ShadowPlace place(DiffRequest request) {
        return request.from().needsShadow() || request.to().needsShadow()
                ? ShadowPlace.parse(context.settings().shadow(), context.environment(), context.listener()::says)
                : new ShadowPlace.Embedded(null);
    }

    private @Nullable LiveSide live(SideSpec spec, SideReader reader) {
        if (spec instanceof SideSpec.Live target) {
            return LiveSide.of(context, target, reader);
        }
        return spec instanceof SideSpec.Address address ? LiveSide.of(context, address, reader) : null;
    }

    /** What the changelog's own database tells, if it is the other side. */
    private static Optional<Surroundings> around(
            SideSpec.Replay replay, Map<End, SideSpec> specs, Map<End, LiveSide> live) {
        return live.entrySet().stream()
                .filter(entry -> specs.get(entry.getKey()) instanceof SideSpec.Live side
                        && side.target().equals(replay.target()))
                .map(entry -> entry.getValue().around())
                .findFirst();
    }

    private void warnOfOne(Map<End, LiveSide> live) {
        List<String> identities = live.values().stream().map(LiveSide::identity).toList();
        if (identities.size() == 2 && identities.get(0).equals(identities.get(1))) {
            context.listener().says("warning: both sides are the same database");
        }
    }
}

package io.schemactl.task;

import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads both sides of a comparison. */
final class SidesReader {

    /** The places of the sides. */
    private enum End {
        FROM,
        TO
    }

    private final TaskContext context;
    private final ShadowServers servers;
    private final SideReader reader;

    SidesReader(TaskContext context, ShadowServers servers, CatalogFilter filter) {
        this.context = context;
        this.servers = servers;
        this.reader = new SideReader(filter);
    }

    /** Both sides. */
    record Sides(Side from, Side to) {
        /** Whether both come from servers of one major version. */
        boolean areOfOneVersion() {
            return from.reading().majorVersion() == to.reading().majorVersion();
        }
    }

    /** Reads what is there first, because shadows are made like it. */
    Sides read(DiffRequest request) {
        if (request.from().needsShadow() || request.to().needsShadow()) {
            servers.shadows();
        }
        Map<End, SideSpec> specs = new EnumMap<>(Map.of(End.FROM, request.from(), End.TO, request.to()));
        Map<End, LiveSide> live = live(specs);
        Map<End, Side> sides = new EnumMap<>(End.class);
        live.forEach((end, read) -> sides.put(end, read.side()));
        specs.forEach((end, spec) -> {
            if (spec instanceof SideSpec.Snapshot snapshot) {
                sides.put(end, new Snapshots(context).read(snapshot, reader));
            }
        });
        warnOfOne(live);
        Integer version = sides.values().stream()
                .map(side -> side.reading().majorVersion())
                .findFirst()
                .orElse(null);
        specs.forEach((end, spec) -> {
            if (spec instanceof SideSpec.Replay replay) {
                Surroundings around = around(replay, specs, live).orElse(Surroundings.ofVersion(version));
                sides.put(end, new Replay(context, servers.shadows()).read(replay, around, reader));
            } else if (spec instanceof SideSpec.Script script) {
                sides.put(end, new Scripts(context, servers.shadows()).read(script, version, reader));
            }
        });
        return new Sides(side(sides, End.FROM), side(sides, End.TO));
    }

    private static Side side(Map<End, Side> sides, End end) {
        Side side = sides.get(end);
        if (side == null) {
            throw new IllegalStateException("a comparison has two sides");
        }
        return side;
    }

    private Map<End, LiveSide> live(Map<End, SideSpec> specs) {
        Map<End, Supplier<LiveSide>> work = new EnumMap<>(End.class);
        specs.forEach((end, spec) -> {
            if (spec instanceof SideSpec.Live target) {
                work.put(end, () -> LiveSide.of(context, target, reader));
            } else if (spec instanceof SideSpec.Address address) {
                work.put(end, () -> LiveSide.of(context, address, reader));
            }
        });
        Map<End, LiveSide> live = new EnumMap<>(End.class);
        Iterator<LiveSide> read = Together.all(List.copyOf(work.values())).iterator();
        work.keySet().forEach(end -> live.put(end, read.next()));
        return live;
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

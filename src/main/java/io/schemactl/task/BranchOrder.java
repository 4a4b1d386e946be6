package io.schemactl.task;

import io.schemactl.config.Target;
import io.schemactl.engine.ChangeSetEntry;
import io.schemactl.engine.ChangeSetId;
import io.schemactl.lint.LintedBranch;
import io.schemactl.lint.LintedBranch.Moved;
import io.schemactl.lint.LintedBranch.Removed;
import io.schemactl.problem.Position;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The order of change sets here and on another branch.
 *
 * @param here the changelog's change sets, in order
 * @param base the other branch
 * @param target where the changelog is
 */
record BranchOrder(List<ChangeSetEntry> here, BaseChangelog base, Target target) {

    BranchOrder {
        here = List.copyOf(here);
    }

    /** What is gone or stands elsewhere, of what both branches had when they parted. */
    LintedBranch compared() {
        return new LintedBranch(base.reference(), removed(), moved());
    }

    private List<Removed> removed() {
        Set<ChangeSetId> ids =
                new HashSet<>(here.stream().map(ChangeSetEntry::id).toList());
        return base.parting().entries().stream()
                .filter(entry -> !ids.contains(entry.id()) && base.tip().has(entry.id()))
                .map(entry -> new Removed(entry.label(), entry.story(), place(entry), successor(entry)))
                .toList();
    }

    private Position place(ChangeSetEntry entry) {
        Path file = target.searchPath().resolve(entry.id().file());
        return Position.startOf(Files.isRegularFile(file) ? file : target.changelog());
    }

    private @Nullable String successor(ChangeSetEntry entry) {
        return here.stream()
                .filter(each -> each.id().id().equals(entry.id().id())
                        && each.id().author().equals(entry.id().author()))
                .filter(each -> !base.parting().has(each.id()) && !base.tip().has(each.id()))
                .map(each -> each.id().file())
                .findFirst()
                .orElse(null);
    }

    /** As few as can have been moved: those that are not in the longest run that has kept its order. */
    private List<Moved> moved() {
        if (isInOrder(positions(base.tip().entries()))) {
            return List.of();
        }
        Map<ChangeSetId, Integer> old = positions(base.parting().entries());
        List<ChangeSetEntry> common =
                here.stream().filter(entry -> old.containsKey(entry.id())).toList();
        Set<ChangeSetEntry> kept = longestRun(common, old);
        return common.stream()
                .filter(entry -> !kept.contains(entry))
                .flatMap(entry -> moved(entry, common, kept, old).stream())
                .toList();
    }

    private static Map<ChangeSetId, Integer> positions(List<ChangeSetEntry> entries) {
        Map<ChangeSetId, Integer> positions = new HashMap<>();
        entries.forEach(entry -> positions.put(entry.id(), positions.size()));
        return positions;
    }

    private boolean isInOrder(Map<ChangeSetId, Integer> positions) {
        List<Integer> order = here.stream()
                .filter(entry -> positions.containsKey(entry.id()))
                .map(entry -> positions.get(entry.id()))
                .toList();
        return order.stream().sorted().toList().equals(order);
    }

    private static Optional<Moved> moved(
            ChangeSetEntry entry,
            List<ChangeSetEntry> common,
            Set<ChangeSetEntry> kept,
            Map<ChangeSetId, Integer> old) {
        int now = common.indexOf(entry);
        for (ChangeSetEntry other : common) {
            boolean isBehind = now > common.indexOf(other);
            boolean wasBehind = position(old, entry) > position(old, other);
            if (kept.contains(other) && isBehind != wasBehind) {
                return Optional.of(new Moved(entry.label(), entry.story(), entry.position(), other.label(), isBehind));
            }
        }
        return Optional.empty();
    }

    private static int position(Map<ChangeSetId, Integer> positions, ChangeSetEntry entry) {
        return positions.getOrDefault(entry.id(), -1);
    }

    private static Set<ChangeSetEntry> longestRun(List<ChangeSetEntry> entries, Map<ChangeSetId, Integer> old) {
        int[] length = new int[entries.size()];
        int[] previous = new int[entries.size()];
        int last = -1;
        for (int i = 0; i < entries.size(); i++) {
            length[i] = 1;
            previous[i] = -1;
            for (int j = 0; j < i; j++) {
                boolean follows = position(old, entries.get(j)) < position(old, entries.get(i));
                if (follows && length[j] >= length[i]) {
                    length[i] = length[j] + 1;
                    previous[i] = j;
                }
            }
            last = last < 0 || length[i] > length[last] ? i : last;
        }
        var run = new ArrayList<ChangeSetEntry>();
        for (int i = last; i >= 0; i = previous[i]) {
            run.add(entries.get(i));
        }
        return new HashSet<>(run);
    }
}

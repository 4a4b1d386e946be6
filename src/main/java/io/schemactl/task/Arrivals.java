package io.schemactl.task;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.config.Target;
import io.schemactl.diff.Differ;
import io.schemactl.diff.Difference;
import io.schemactl.engine.ChangeSetEntry;
import io.schemactl.engine.ChangeSetId;
import io.schemactl.engine.UpgradeScope;
import io.schemactl.lint.LintedBase;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds out on a shadow which objects the change sets touch that another branch has got. */
final class Arrivals {

    private final Replay replay;

    Arrivals(Replay replay) {
        this.replay = replay;
    }

    /** What the other branch's new change sets have made, altered or dropped, tables for their parts, each with the last story that did. */
    Map<ObjectKey, String> touched(BaseChangelog base) {
        List<ChangeSetEntry> arrived = base.arrived().stream()
                .filter(entry -> entry.filteredBecause() == null)
                .toList();
        Target target = base.tip().target();
        if (arrived.isEmpty() || target == null) {
            return Map.of();
        }
        return replay.rehearse(
                target, Surroundings.ofVersion(null), rehearsal -> touched(rehearsal, base.tip(), arrived));
    }

    private static Map<ObjectKey, String> touched(
            Rehearsal rehearsal, ChangelogVersion tip, List<ChangeSetEntry> arrived) throws SQLException {
        Map<ObjectKey, String> touched = new LinkedHashMap<>();
        Set<ChangeSetId> arriving =
                arrived.stream().map(ChangeSetEntry::id).collect(Collectors.toCollection(HashSet::new));
        for (ChangeSetEntry entry : tip.entries()) {
            if (entry.filteredBecause() != null) {
                continue;
            }
            Catalog before = arriving.contains(entry.id()) ? rehearsal.look() : null;
            rehearsal.upgrade(UpgradeScope.only(Set.of(entry.id())), new SilentListener());
            if (before != null) {
                for (Difference difference : Differ.differences(before, rehearsal.look())) {
                    touched.put(LintedBase.whole(difference.key()), entry.story());
                }
            }
        }
        return touched;
    }
}

package io.schemactl.engine;

import java.util.ArrayList;
import java.util.List;

/** What an upgrade or a rollback will do, change set by change set. */
public final class UpgradePlan {

    private final List<ChangeSetScript> scripts;
    private final List<Guard> guards;
    private final List<String> preparation;
    private final List<ChangeSetEntry> outOfOrder;

    UpgradePlan(
            List<ChangeSetScript> scripts,
            List<Guard> guards,
            List<String> preparation,
            List<ChangeSetEntry> outOfOrder) {
        this.scripts = List.copyOf(scripts);
        this.guards = List.copyOf(guards);
        this.preparation = List.copyOf(preparation);
        this.outOfOrder = List.copyOf(outOfOrder);
    }

    /** The change sets, in the order in which they are run. */
    public List<ChangeSetEntry> entries() {
        return scripts.stream().map(ChangeSetScript::entry).toList();
    }

    /** Change sets of this plan that stand before ones that are applied. */
    public List<ChangeSetEntry> outOfOrder() {
        var planned = entries();
        var early = new ArrayList<>(outOfOrder);
        early.retainAll(planned);
        return List.copyOf(early);
    }

    /** Whether there is nothing to run. */
    public boolean isEmpty() {
        return scripts.isEmpty();
    }

    List<ChangeSetScript> scripts() {
        return scripts;
    }

    /** The changelog's own preconditions. */
    List<Guard> guards() {
        return guards;
    }

    /** Statements on the history table, before the first change set. */
    List<String> preparation() {
        return preparation;
    }
}

package io.schemactl.diff.story;

import io.schemactl.diff.Statement;
import io.schemactl.diff.plan.Migration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Divides a migration, and the one that leads back, into change sets.
 *
 * <p>The changes, from the first change set to the last, are the migration; the rollback blocks, from the last to the first, are the
 * way back. A command that must run alone has a change set of its own.
 */
final class ChangeSets {

    /** Neighbours that run in one transaction, or a command alone. */
    private record Run(List<Statement> statements, boolean transactional) {
        static final Run NONE = new Run(List.of(), true);
    }

    private final List<Run> undone;
    private final List<Run> back;
    private final int[][] common;

    private ChangeSets(Migration forward, Migration backward) {
        undone = new ArrayList<>(runs(forward));
        Collections.reverse(undone);
        back = runs(backward);
        common = new int[undone.size() + 1][back.size() + 1];
    }

    /** The change sets of a migration, with the rollback blocks of the one that leads back. */
    static List<ChangeSet> of(Migration forward, Migration backward) {
        return new ChangeSets(forward, backward).pairs();
    }

    private static List<Run> runs(Migration migration) {
        var runs = new ArrayList<Run>();
        var together = new ArrayList<Statement>();
        for (Statement statement : migration.statements()) {
            if (statement.transactional()) {
                together.add(statement);
                continue;
            }
            if (!together.isEmpty()) {
                runs.add(new Run(List.copyOf(together), true));
                together.clear();
            }
            runs.add(new Run(List.of(statement), false));
        }
        if (!together.isEmpty()) {
            runs.add(new Run(List.copyOf(together), true));
        }
        return runs;
    }

    /** Pairs as many as can be; what is left of one side gets a change set that does nothing on the other. */
    private List<ChangeSet> pairs() {
        measure();
        var pairs = new ArrayList<ChangeSet>();
        int i = 0;
        int j = 0;
        while (i < undone.size() || j < back.size()) {
            if (fits(i, j) && common[i][j] == common[i + 1][j + 1] + 1) {
                pairs.add(pair(undone.get(i++), back.get(j++)));
            } else if (j == back.size() || (i < undone.size() && common[i + 1][j] >= common[i][j + 1])) {
                pairs.add(pair(undone.get(i++), Run.NONE));
            } else {
                pairs.add(pair(Run.NONE, back.get(j++)));
            }
        }
        Collections.reverse(pairs);
        return pairs;
    }

    /** How many can be paired of what begins at two places. */
    private void measure() {
        for (int i = undone.size() - 1; i >= 0; i--) {
            for (int j = back.size() - 1; j >= 0; j--) {
                int without = Math.max(common[i + 1][j], common[i][j + 1]);
                common[i][j] = fits(i, j) ? Math.max(without, common[i + 1][j + 1] + 1) : without;
            }
        }
    }

    private boolean fits(int i, int j) {
        return i < undone.size()
                && j < back.size()
                && undone.get(i).transactional() == back.get(j).transactional();
    }

    private static ChangeSet pair(Run forward, Run backward) {
        return new ChangeSet(
                null,
                forward.statements(),
                backward.statements(),
                forward.transactional() && backward.transactional(),
                null);
    }
}

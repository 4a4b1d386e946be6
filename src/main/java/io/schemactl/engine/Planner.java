package io.schemactl.engine;

import io.schemactl.engine.ChangeSetResult.Outcome;
import io.schemactl.engine.ChangeSetScript.Direction;
import io.schemactl.engine.ChangeSetScript.Mode;
import io.schemactl.problem.Position;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.problem.Suggestion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import liquibase.Scope;

/** Decides which change sets run, in which order, and makes their scripts. */
final class Planner {

    private final Changelog changelog;
    private final HistoryTable history;
    private final ChangelogState state;
    private final ScriptFactory scripts;

    Planner(Changelog changelog, HistoryTable history, ChangelogState state) {
        this.changelog = changelog;
        this.history = history;
        this.state = state;
        this.scripts = new ScriptFactory(changelog, history);
    }

    UpgradePlan upgrade(UpgradeScope scope, List<String> preparation) {
        refuseChanged();
        ScriptFactory made = scope.stepwise() ? scripts.stepwise() : scripts;
        List<ChangeSetScript> planned = new ArrayList<>();
        for (ChangeSetEntry entry : limited(scope)) {
            planned.add(made.upgrade(entry, state.row(entry).map(HistoryRow::id).orElse(null)));
        }
        List<String> statements = new ArrayList<>(preparation);
        for (ChangeSetEntry entry : state.oldChecksums()) {
            statements.add(history.checksumStatement(
                    values(entry), state.row(entry).orElseThrow().id()));
        }
        List<Guard> guards = planned.isEmpty() ? List.of() : scripts.changelogGuards();
        return new UpgradePlan(planned, guards, statements, state.outOfOrder());
    }

    UpgradePlan stamp(UpgradeScope scope, List<String> preparation) {
        List<ChangeSetScript> planned = limited(scope).stream()
                .filter(entry -> state.row(entry).isEmpty())
                .map(entry -> recordOnly(entry, Direction.UPGRADE, history.insertStatement(values(entry), "EXECUTED")))
                .toList();
        return new UpgradePlan(planned, List.of(), preparation, List.of());
    }

    UpgradePlan rollback(RollbackScope scope) {
        List<HistoryRow> rows = selected(scope);
        List<ChangeSetEntry> entries = known(rows);
        var toInvert = new ArrayList<ChangeSetEntry>();
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).isMarkRan()) {
                toInvert.add(entries.get(i));
            }
        }
        new RollbackCheck(changelog).check(toInvert);
        List<ChangeSetScript> planned = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            planned.add(scripts.rollback(entries.get(i), rows.get(i)));
        }
        return new UpgradePlan(planned, List.of(), List.of(), List.of());
    }

    UpgradePlan unstamp(RollbackScope scope) {
        List<HistoryRow> rows = selected(scope);
        List<ChangeSetEntry> entries = known(rows);
        List<ChangeSetScript> planned = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            planned.add(recordOnly(
                    entries.get(i),
                    Direction.ROLLBACK,
                    history.deleteStatement(rows.get(i).id())));
        }
        return new UpgradePlan(planned, List.of(), List.of(), List.of());
    }

    private static ChangeSetScript recordOnly(ChangeSetEntry entry, Direction direction, String statement) {
        return new ChangeSetScript(
                entry,
                direction,
                null,
                new Mode(true, true, direction == Direction.UPGRADE ? Outcome.APPLIED : Outcome.UNMARKED),
                List.of(),
                List.of(statement),
                List.of());
    }

    private HistoryValues values(ChangeSetEntry entry) {
        return HistoryValues.of(
                changelog.changeSet(entry), Scope.getCurrentScope().getDeploymentId());
    }

    /** What there is to run, as far as the scope goes. */
    private List<ChangeSetEntry> limited(UpgradeScope scope) {
        String last = scope.story() == null ? null : story(scope.story());
        List<ChangeSetEntry> entries = new ArrayList<>();
        for (Map.Entry<ChangeSetEntry, ChangeSetState> each : upTo(last).entrySet()) {
            boolean isToRun = each.getValue() == ChangeSetState.PENDING || each.getValue() == ChangeSetState.RERUN;
            if (isToRun && scope.holds(each.getKey())) {
                entries.add(each.getKey());
            }
        }
        int most = Math.min(entries.size(), scope.count().orElse(entries.size()));
        return entries.subList(0, most);
    }

    private Map<ChangeSetEntry, ChangeSetState> upTo(@org.jspecify.annotations.Nullable String story) {
        if (story == null) {
            return state.states();
        }
        var entries = new ArrayList<>(state.states().keySet());
        int end = entries.size();
        while (end > 0 && !entries.get(end - 1).story().equals(story)) {
            end--;
        }
        var some = new java.util.LinkedHashMap<ChangeSetEntry, ChangeSetState>(state.states());
        some.keySet().removeAll(entries.subList(end, entries.size()));
        return some;
    }

    /** The story that a word means: its name, or the name without the prefix {@code story-}. */
    private String story(String word) {
        List<String> stories = changelog.stories();
        return stories.stream()
                .filter(name -> name.equals(word) || name.equals("story-" + word))
                .findFirst()
                .or(() -> onlyOneThatBeginsWith(word, stories))
                .orElseThrow(() -> new ProblemException(Problem.of(
                                ProblemCode.USAGE,
                                "there is no story `%s`%s".formatted(word, Suggestion.hint(word, stories)))
                        .state("nothing was changed")
                        .fix("the stories are: " + String.join(", ", stories))));
    }

    private static java.util.Optional<String> onlyOneThatBeginsWith(String word, List<String> stories) {
        List<String> matching = stories.stream()
                .filter(name -> name.startsWith(word + "-") || name.startsWith("story-" + word + "-"))
                .toList();
        return matching.size() == 1 ? java.util.Optional.of(matching.get(0)) : java.util.Optional.empty();
    }

    /** The rows to take back, the last applied first. */
    private List<HistoryRow> selected(RollbackScope scope) {
        List<HistoryRow> rows = new ArrayList<>(state.history());
        Collections.reverse(rows);
        if (scope.count().isPresent()) {
            int count = scope.count().getAsInt();
            if (count > rows.size()) {
                throw tooMany(count, rows.size());
            }
            return rows.subList(0, count);
        }
        if (scope.story() != null) {
            return after(story(scope.story()), rows);
        }
        return scope.date() == null
                ? rows
                : rows.stream()
                        .filter(row -> row.executed().isAfter(scope.date()))
                        .toList();
    }

    /**
     * The rows of what stands behind a story in the changelog; the order of the rows alone would not do, because a change set
     * that runs again moves to the end. Rows that the changelog does not have count by their place.
     */
    private List<HistoryRow> after(String story, List<HistoryRow> rows) {
        List<ChangeSetEntry> entries = new ArrayList<>(state.states().keySet());
        Map<ChangeSetEntry, Integer> places = new HashMap<>();
        entries.forEach(entry -> places.put(entry, places.size()));
        int last = entries.stream()
                .filter(entry -> entry.story().equals(story))
                .mapToInt(places::get)
                .max()
                .orElse(-1);
        int oldest = oldest(story, rows);
        List<HistoryRow> behind = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            int newerThanStory = i < oldest ? Integer.MAX_VALUE : -1;
            if (state.entry(rows.get(i)).map(places::get).orElse(newerThanStory) > last) {
                behind.add(rows.get(i));
            }
        }
        return behind;
    }

    /** The place of a story's first applied change set among rows, of which the last applied is the first. */
    private int oldest(String story, List<HistoryRow> rows) {
        for (int i = rows.size() - 1; i >= 0; i--) {
            if (state.entry(rows.get(i))
                    .filter(entry -> entry.story().equals(story))
                    .isPresent()) {
                return i;
            }
        }
        throw new ProblemException(Problem.of(
                        ProblemCode.USAGE,
                        "story `%s` is not applied, so nothing can be rolled back to it".formatted(story))
                .state("nothing was changed"));
    }

    private List<ChangeSetEntry> known(List<HistoryRow> rows) {
        List<ChangeSetEntry> entries = new ArrayList<>();
        List<Problem> unknown = new ArrayList<>();
        for (HistoryRow row : rows) {
            state.entry(row).ifPresentOrElse(entries::add, () -> unknown.add(unknown(row)));
        }
        if (!unknown.isEmpty()) {
            throw new ProblemException(unknown, null);
        }
        return entries;
    }

    private Problem unknown(HistoryRow row) {
        return Problem.of(
                        ProblemCode.UNKNOWN_CHANGE_SET,
                        "change set %s by %s of %s is applied, but the changelog does not have it, so it cannot be rolled back"
                                .formatted(
                                        row.id().id(),
                                        row.id().author(),
                                        row.id().file()))
                .at(Position.startOf(changelog.request().root()))
                .state("nothing was changed")
                .fix("put the change set back into the changelog, or use the version of the changelog that applied it");
    }

    private void refuseChanged() {
        List<Problem> problems = state.in(ChangeSetState.CHANGED).stream()
                .map(
                        entry -> Problem.of(
                                        ProblemCode.CHECKSUM,
                                        "%s was changed after it was applied: its checksum was %s, now it is %s"
                                                .formatted(
                                                        entry.label(),
                                                        state.row(entry)
                                                                .map(HistoryRow::checksum)
                                                                .orElse("none"),
                                                        values(entry).checksum()))
                                .at(entry.position())
                                .about(entry.label())
                                .state("nothing was changed")
                                .fix(
                                        "undo the edit and write a new change set, or add `validCheckSum` if the edit changes nothing"))
                .toList();
        if (!problems.isEmpty()) {
            throw new ProblemException(problems, null);
        }
    }

    private static ProblemException tooMany(int count, int applied) {
        String message = applied == 0
                ? "cannot roll back: no change set is applied"
                : "cannot roll back %d change sets: only %d applied".formatted(count, applied);
        Problem problem = Problem.of(ProblemCode.USAGE, message).state("nothing was changed");
        return new ProblemException(applied == 0 ? problem : problem.fix("pass a smaller --count, or --all"));
    }
}

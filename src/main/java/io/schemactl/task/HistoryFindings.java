package io.schemactl.task;

import io.schemactl.engine.ChangeSetId;
import io.schemactl.engine.ChangeSetState;
import io.schemactl.engine.ChangeSetStatus;
import io.schemactl.engine.ChangelogStatus;
import io.schemactl.engine.HistoryRow;
import io.schemactl.engine.StartedChangeSet;
import io.schemactl.finding.Finding;
import io.schemactl.finding.Severity;
import java.util.List;
import java.util.stream.Stream;

/** What is to be said about the history beside the changelog. */
final class HistoryFindings {

    private HistoryFindings() {}

    static List<Finding> of(ChangelogStatus status, List<StoryStatus> stories, List<StartedChangeSet> started) {
        return Stream.of(
                        status.in(ChangeSetState.CHANGED).stream().map(HistoryFindings::changed),
                        status.unknown().stream().map(HistoryFindings::unknown),
                        started.stream().map(open -> started(open, status)),
                        stories.stream()
                                .filter(story -> story.state() == StoryStatus.State.PARTLY_APPLIED)
                                .map(HistoryFindings::partly))
                .flatMap(findings -> findings)
                .toList();
    }

    private static Finding changed(ChangeSetStatus changeSet) {
        HistoryRow row = changeSet.row();
        return new Finding(
                Severity.ERROR,
                "changed-change-set",
                changeSet.entry().label(),
                changeSet.entry().position(),
                changeSet.entry().story(),
                "%s was changed after it was applied"
                        .formatted(changeSet.entry().label()),
                row == null ? null : row.checksum(),
                null,
                "undo the edit and write a new change set");
    }

    private static Finding unknown(HistoryRow row) {
        return new Finding(
                Severity.ERROR,
                "unknown-change-set",
                "change set " + row.id().id(),
                null,
                null,
                "change set %s by %s of %s is applied, but not in the changelog"
                        .formatted(row.id().id(), row.id().author(), row.id().file()),
                null,
                null,
                "use the version of the changelog that applied it");
    }

    private static Finding started(StartedChangeSet open, ChangelogStatus status) {
        ChangeSetId id = open.id();
        var entry = status.changeSets().stream()
                .map(ChangeSetStatus::entry)
                .filter(candidate -> candidate.id().equals(id))
                .findFirst();
        return new Finding(
                Severity.ERROR,
                "half-done-change-set",
                "change set " + id.id(),
                entry.map(found -> found.position()).orElse(null),
                entry.map(found -> found.story()).orElse(null),
                "change set %s runs outside a transaction; its %s was started and did not end"
                        .formatted(id.id(), open.isRollback() ? "rollback" : "upgrade"),
                null,
                null,
                "run `%s`; it goes on where it stopped".formatted(open.command()));
    }

    private static Finding partly(StoryStatus story) {
        return new Finding(
                Severity.WARNING,
                "partly-applied-story",
                "story " + story.name(),
                story.changeSets().get(0).entry().position(),
                story.name(),
                "some change sets of story %s are applied and others are pending; its expectations are not checked"
                        .formatted(story.name()),
                null,
                null,
                "run `schemactl upgrade`");
    }
}

package io.schemactl.task;

import io.schemactl.config.Target;
import io.schemactl.engine.ChangeSetStatus;
import io.schemactl.engine.ChangelogStatus;
import io.schemactl.engine.StartedChangeSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says how a database stands beside its changelog. */
public final class Status {

    private final TaskContext context;

    /** A task in a context. */
    public Status(TaskContext context) {
        this.context = context;
    }

    /** How a target's database stands. */
    public StatusReport run(Target target) {
        return Session.with(context, target, Session.Purpose.READ, session -> {
            ChangelogStatus status = session.migration().status();
            for (StartedChangeSet open : session.migration().startedChangeSets()) {
                context.listener()
                        .says(
                                "warning: change set %s was started and did not end%s; run `%s`, it goes on where it stopped"
                                        .formatted(open.id().id(), open.howFar(), open.command()));
            }
            return new StatusReport(session.report(), stories(status), status.unknown(), status.stockLock());
        });
    }

    static List<StoryStatus> stories(ChangelogStatus status) {
        Map<String, List<ChangeSetStatus>> stories = new LinkedHashMap<>();
        status.changeSets()
                .forEach(changeSet -> stories.computeIfAbsent(changeSet.entry().story(), name -> new ArrayList<>())
                        .add(changeSet));
        return stories.entrySet().stream()
                .map(story -> new StoryStatus(story.getKey(), story.getValue()))
                .toList();
    }
}

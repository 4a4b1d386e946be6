package io.schemactl.task;

import io.schemactl.config.Target;
import io.schemactl.engine.ChangeSetResult.Outcome;
import io.schemactl.engine.HistoryRow;
import io.schemactl.engine.RunEvent;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says who applied or took back what, when, and how long it took. */
public final class History {

    private final TaskContext context;

    /** A task in a context. */
    public History(TaskContext context) {
        this.context = context;
    }

    /** What was done to a target's database. */
    public HistoryReport run(Target target) {
        return Session.with(
                context, target, Session.Purpose.READ, session -> new HistoryReport(session.report(), items(session)));
    }

    /** The run log's items, and Liquibase's rows that the log does not know. */
    private static List<HistoryReport.Item> items(Session session) throws SQLException {
        List<HistoryRow> rows = session.migration().history();
        List<HistoryReport.Item> items = new ArrayList<>();
        Set<List<String>> logged = new HashSet<>();
        for (RunEvent event : session.migration().events()) {
            for (RunEvent.Item item : event.items()) {
                items.add(item(event, item, tag(rows, item)));
                logged.add(List.of(item.id(), item.author(), item.file()));
            }
        }
        rows.stream()
                .filter(row -> !logged.contains(
                        List.of(row.id().id(), row.id().author(), row.id().file())))
                .map(History::item)
                .forEach(items::add);
        items.sort(Comparator.comparing(HistoryReport.Item::when));
        return items;
    }

    private static HistoryReport.Item item(RunEvent event, RunEvent.Item item, @Nullable String tag) {
        return new HistoryReport.Item(
                event.started(),
                item.outcome(),
                item.id(),
                item.author(),
                item.file(),
                event.user(),
                event.client(),
                item.milliseconds(),
                tag);
    }

    private static HistoryReport.Item item(HistoryRow row) {
        return new HistoryReport.Item(
                row.executed().toString(),
                row.isMarkRan() ? Outcome.MARKED_RAN : Outcome.APPLIED,
                row.id().id(),
                row.id().author(),
                row.id().file(),
                null,
                null,
                null,
                row.tag());
    }

    private static @Nullable String tag(List<HistoryRow> rows, RunEvent.Item item) {
        return rows.stream()
                .filter(row -> row.id().id().equals(item.id())
                        && row.id().author().equals(item.author())
                        && row.id().file().equals(item.file()))
                .flatMap(row -> Optional.ofNullable(row.tag()).stream())
                .findFirst()
                .orElse(null);
    }
}

package io.schemactl.task;

import io.schemactl.config.Target;
import io.schemactl.engine.ChangeSetId;
import io.schemactl.engine.ChangeSetResult.Outcome;
import io.schemactl.engine.HistoryRow;
import io.schemactl.engine.RunEvent;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        Map<ChangeSetId, Outcome> last = new HashMap<>();
        for (RunEvent event : session.migration().events()) {
            for (RunEvent.Item item : event.items()) {
                items.add(item(event, item, tag(rows, item)));
                last.put(new ChangeSetId(item.id(), item.author(), item.file()), item.outcome());
            }
        }
        // What stands in the table although nobody, or last a rollback, is known to have put it there, another tool
        // did.
        rows.stream()
                .filter(row -> isNews(last.get(row.id())))
                .map(History::item)
                .forEach(items::add);
        items.sort(Comparator.comparing(HistoryReport.Item::when));
        return items;
    }

    private static boolean isNews(@Nullable Outcome last) {
        return last == null || last == Outcome.ROLLED_BACK || last == Outcome.UNMARKED;
    }

    /** To stamp is to record, not to run. */
    private static Outcome outcome(RunEvent event, RunEvent.Item item) {
        return event.command().equals("stamp") && item.outcome() == Outcome.APPLIED
                ? Outcome.MARKED_RAN
                : item.outcome();
    }

    private static HistoryReport.Item item(RunEvent event, RunEvent.Item item, @Nullable String tag) {
        return new HistoryReport.Item(
                event.started(),
                outcome(event, item),
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

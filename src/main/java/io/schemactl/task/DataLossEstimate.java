package io.schemactl.task;

import io.schemactl.db.RowCounts;
import io.schemactl.engine.ChangeSetEntry;
import io.schemactl.engine.UpgradePlan;
import io.schemactl.sql.DataLoss;
import io.schemactl.sql.DataLossScanner;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts what a rollback would destroy, before it does. */
final class DataLossEstimate {

    private final Session session;

    DataLossEstimate(Session session) {
        this.session = session;
    }

    List<LostData> of(UpgradePlan plan) throws SQLException {
        Map<DataLoss, ChangeSetEntry> losses = new LinkedHashMap<>();
        for (var entry : session.migration().statements(plan).entrySet()) {
            for (String sql : entry.getValue()) {
                DataLossScanner.scan(sql).forEach(loss -> losses.putIfAbsent(loss, entry.getKey()));
            }
        }
        Set<String> dropped = new LinkedHashSet<>();
        losses.keySet().stream()
                .filter(DataLoss.Rows.class::isInstance)
                .forEach(loss -> dropped.add(((DataLoss.Rows) loss).table().quoted()));
        var counts = new RowCounts(session.connection());
        List<LostData> lost = new ArrayList<>();
        for (var loss : losses.entrySet()) {
            measure(loss.getKey(), loss.getValue(), counts, dropped, lost);
        }
        return lost;
    }

    private void measure(
            DataLoss loss, ChangeSetEntry entry, RowCounts counts, Set<String> dropped, List<LostData> lost)
            throws SQLException {
        String changeSet = entry.id().id();
        if (loss instanceof DataLoss.Rows rows) {
            counts.rows(rows.table().quoted())
                    .ifPresent(count -> lost.add(new LostData(
                            rows.table().toString(),
                            LostData.Kind.ROWS,
                            count.amount(),
                            count.isEstimate(),
                            changeSet,
                            null)));
        } else if (loss instanceof DataLoss.Values values) {
            if (!dropped.contains(values.table().quoted())) {
                counts.values(values.table().quoted(), values.column())
                        .ifPresent(count -> lost.add(new LostData(
                                values.table() + "." + values.column(),
                                LostData.Kind.VALUES,
                                count.amount(),
                                count.isEstimate(),
                                changeSet,
                                null)));
            }
        } else if (loss instanceof DataLoss.Some some) {
            lost.add(new LostData(changeSet, LostData.Kind.UNKNOWN, null, false, changeSet, some.statement()));
        }
    }
}

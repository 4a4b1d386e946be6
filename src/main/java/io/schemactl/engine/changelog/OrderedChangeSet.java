package io.schemactl.engine.changelog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change set on its way into the list of its changelog, and of those that include it.
 *
 * @param pinned whether an including changelog's logical file path does not change the recorded file any more
 * @param runOrder {@code first}, {@code last}, or nothing
 */
record OrderedChangeSet(
        ChangeSetSource source, boolean pinned, @Nullable String runOrder) {

    /** Adds this change set where Liquibase's DatabaseChangeLog does. */
    void addTo(List<OrderedChangeSet> list) {
        int at = list.size();
        if ("first".equals(runOrder)) {
            at = 0;
            while (at < list.size() && "first".equals(list.get(at).runOrder())) {
                at++;
            }
        } else if (!"last".equals(runOrder)) {
            while (at > 0 && "last".equals(list.get(at - 1).runOrder())) {
                at--;
            }
        }
        list.add(at, this);
    }

    OrderedChangeSet includedAs(@Nullable String logicalFilePath) {
        if (pinned || logicalFilePath == null) {
            return this;
        }
        var recorded = logicalFilePath.isEmpty() ? source : source.recordedAs(logicalFilePath);
        return new OrderedChangeSet(recorded, true, runOrder);
    }
}

package io.schemactl.catalog.read;

import io.schemactl.catalog.Subscription;
import java.sql.SQLException;
import java.util.List;

/** Rows of {@code subscriptions.sql}. */
final class SubscriptionRows {

    static final Query<Subscription> QUERY = new Query<>("subscriptions", List.of(15, 16, 17), SubscriptionRows::map);

    private SubscriptionRows() {}

    private static Subscription map(Row row) throws SQLException {
        return new Subscription(
                row.identifier("name"),
                row.identifiers("publications"),
                row.findIdentifier("slotName"),
                row.flag("disabled"),
                new Subscription.Transfer(
                        row.flag("binary"),
                        row.choice("streaming", Subscription.Streaming.class),
                        row.flag("twoPhase"),
                        row.text("origin"),
                        row.flag("failover")),
                new Subscription.Application(
                        row.text("synchronousCommit"),
                        row.flag("disableOnError"),
                        row.flag("runAsOwner"),
                        row.flag("passwordOptional")),
                row.attributes());
    }
}

package io.schemactl.catalog;

import io.schemactl.sql.Identifier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subscription to publications; its connection string may hold secrets, and is nowhere read.
 *
 * @param name its name
 * @param publications the publications, sorted
 * @param slotName the replication slot on the publisher
 * @param disabled whether it does not replicate
 * @param transfer how changes come
 * @param application how changes are applied
 * @param attributes its owner, grants, comment and labels
 */
public record Subscription(
        Identifier name,
        List<Identifier> publications,
        @Nullable Identifier slotName,
        boolean disabled,
        Transfer transfer,
        Application application,
        Attributes attributes)
        implements CatalogObject {

    /** Sorts the publications. */
    public Subscription {
        publications = publications.stream().sorted().toList();
    }

    @Override
    public ObjectKey key() {
        return ObjectKey.of(Kind.SUBSCRIPTION, name);
    }

    @Override
    public Subscription with(Attributes changed) {
        return new Subscription(name, publications, slotName, disabled, transfer, application, changed);
    }

    /** What happens to transactions in progress. */
    public enum Streaming {
        /** They come when they are committed. */
        OFF,
        /** They come at once, and are kept in files until they are committed. */
        ON,
        /** They come at once, and are applied by workers of their own. */
        PARALLEL
    }

    /**
     * How changes come from the publisher.
     *
     * @param binary whether values come in their binary form
     * @param streaming what happens to transactions in progress
     * @param twoPhase whether prepared transactions come when they are prepared
     * @param origin {@code any}, or {@code none} for only those changes that were made on the publisher itself
     * @param failover whether the slot is kept on the publisher's standbys
     */
    public record Transfer(boolean binary, Streaming streaming, boolean twoPhase, String origin, boolean failover) {}

    /**
     * How changes are applied.
     *
     * @param synchronousCommit the worker's {@code synchronous_commit}
     * @param disableOnError whether the first error disables the subscription
     * @param runAsOwner whether the subscription's owner applies them, not the tables' owners
     * @param passwordOptional whether connections for an owner without superuser rights need no password
     */
    public record Application(
            String synchronousCommit, boolean disableOnError, boolean runAsOwner, boolean passwordOptional) {}
}

package io.schemactl.diff.ddl;

import io.schemactl.catalog.Part;
import io.schemactl.catalog.Subscription;
import io.schemactl.diff.Statement;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Commands about subscriptions; see
 * <a href="https://www.postgresql.org/docs/current/sql-altersubscription.html">ALTER SUBSCRIPTION</a>. None can be made, because no
 * catalog holds the connection string.
 */
final class SubscriptionDdl implements Ddl<Subscription> {

    /** The version from which on two-phase commit can be changed. */
    private static final int TWO_PHASE_CHANGES = 18;

    @Override
    public String name(Subscription subscription) {
        return "SUBSCRIPTION " + subscription.name().quoted();
    }

    @Override
    public List<Step> create(Subscription subscription, Context context) {
        throw new Unmigratable(name(subscription), "connection string, which may be secret");
    }

    /** Dropping the slot on the publisher cannot be undone, so PostgreSQL refuses it in a transaction. */
    @Override
    public List<Step> drop(Subscription subscription, Context context) {
        String sql = "DROP " + name(subscription);
        return List.of(Step.taking(
                Part.of(subscription.key()),
                subscription.slotName() == null ? Statement.of(sql) : Statement.alone(sql)));
    }

    @Override
    public Optional<List<Step>> alter(Subscription from, Subscription to, Context context) {
        boolean slotChanges = !slotOptions(from).equals(slotOptions(to));
        if (from.transfer().twoPhase() != to.transfer().twoPhase() && context.majorVersion() < TWO_PHASE_CHANGES) {
            throw new Unmigratable(name(to), "two_phase before PostgreSQL " + TWO_PHASE_CHANGES);
        }
        boolean pauses = !from.disabled() && (to.disabled() || slotChanges);
        var statements = new ArrayList<Statement>();
        if (!from.name().equals(to.name())) {
            statements.add(Statement.of(
                    "ALTER " + name(from) + " RENAME TO " + to.name().quoted()));
        }
        if (pauses) {
            statements.add(Statement.of("ALTER " + name(to) + " DISABLE"));
        }
        statements.addAll(optionChanges(from, to));
        if (!to.disabled() && (pauses || from.disabled())) {
            statements.add(Statement.of("ALTER " + name(to) + " ENABLE"));
        }
        return Optional.of(Steps.changes(from.key(), to.key(), statements));
    }

    private List<Statement> optionChanges(Subscription from, Subscription to) {
        var statements = new ArrayList<Statement>();
        if (!from.publications().equals(to.publications())) {
            String publications =
                    to.publications().stream().map(Identifier::quoted).collect(Collectors.joining(", "));
            statements.add(Statement.of(
                    "ALTER %s SET PUBLICATION %s WITH (refresh = false)".formatted(name(to), publications)));
        }
        String options = assignments(options(from), options(to));
        if (!options.isEmpty()) {
            statements.add(Statement.of("ALTER %s SET (%s)".formatted(name(to), options)));
        }
        // Each of these asks the publisher to change the slot, which PostgreSQL refuses in a transaction.
        slotOptions(to).forEach((option, value) -> {
            if (!value.equals(slotOptions(from).get(option))) {
                statements.add(Statement.alone("ALTER %s SET (%s = %s)".formatted(name(to), option, value)));
            }
        });
        return statements;
    }

    private static String assignments(SortedMap<String, String> from, SortedMap<String, String> to) {
        return to.entrySet().stream()
                .filter(option -> !option.getValue().equals(from.get(option.getKey())))
                .map(option -> option.getKey() + " = " + option.getValue())
                .collect(Collectors.joining(", "));
    }

    private static SortedMap<String, String> slotOptions(Subscription subscription) {
        var options = new TreeMap<String, String>();
        options.put("failover", String.valueOf(subscription.transfer().failover()));
        options.put("two_phase", String.valueOf(subscription.transfer().twoPhase()));
        return options;
    }

    private static SortedMap<String, String> options(Subscription subscription) {
        Subscription.Transfer transfer = subscription.transfer();
        Subscription.Application application = subscription.application();
        Identifier slot = subscription.slotName();
        var options = new TreeMap<String, String>();
        options.put("slot_name", slot == null ? "NONE" : Literal.of(slot.name()));
        options.put("binary", String.valueOf(transfer.binary()));
        options.put("streaming", transfer.streaming().name().toLowerCase(Locale.ROOT));
        options.put("origin", transfer.origin());
        options.put("synchronous_commit", Literal.of(application.synchronousCommit()));
        options.put("disable_on_error", String.valueOf(application.disableOnError()));
        options.put("run_as_owner", String.valueOf(application.runAsOwner()));
        options.put("password_required", String.valueOf(!application.passwordOptional()));
        return options;
    }
}

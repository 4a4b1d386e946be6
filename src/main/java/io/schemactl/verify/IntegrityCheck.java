package io.schemactl.verify;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.Constraint;
import io.schemactl.catalog.Domain;
import io.schemactl.catalog.Index;
import io.schemactl.catalog.KeyConstraint;
import io.schemactl.catalog.Rule;
import io.schemactl.catalog.Table;
import io.schemactl.catalog.Trigger;
import io.schemactl.catalog.View;
import io.schemactl.finding.Finding;
import io.schemactl.finding.Severity;
import io.schemactl.sql.Identifier;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds objects that exist but do not do their work, whatever the stories say. */
public final class IntegrityCheck {

    static final String INVALID_INDEX = "invalid-index";
    static final String UNREADY_INDEX = "unready-index";
    static final String UNVALIDATED = "unvalidated-constraint";
    static final String UNENFORCED = "unenforced-constraint";
    static final String DISABLED_TRIGGER = "disabled-trigger";

    private final Catalog catalog;
    private final Labels labels;

    /**
     * A check of a catalog.
     *
     * @param defaultSchema the schema that messages do not mention
     */
    public IntegrityCheck(Catalog catalog, Identifier defaultSchema) {
        this.catalog = catalog;
        this.labels = new Labels(defaultSchema);
    }

    /** The findings, by kind and name. */
    public List<Finding> check() {
        return Stream.of(
                        all(Index.class, this::index),
                        all(Constraint.class, this::standing),
                        all(Constraint.class, this::constraintTriggers),
                        all(Domain.class, this::domain),
                        all(Trigger.class, this::trigger),
                        all(Rule.class, this::rule),
                        all(View.class, this::view),
                        all(Table.class, this::replicaIdentity))
                .flatMap(findings -> findings)
                .toList();
    }

    private <T extends CatalogObject> Stream<Finding> all(Class<T> type, Function<T, Optional<Finding>> check) {
        return catalog.all(type).flatMap(object -> check.apply(object).stream());
    }

    private Optional<Finding> index(Index index) {
        String label = labels.part("index", index.name(), index.relation());
        if (!index.state().valid()) {
            return error(INVALID_INDEX, label, invalidWords(), rebuild(index));
        }
        return index.state().ready() ? Optional.empty() : error(UNREADY_INDEX, label, unreadyWords(), rebuild(index));
    }

    static String invalidWords() {
        return "is invalid: queries do not use it";
    }

    static String unreadyWords() {
        return "is not ready: inserts do not maintain it";
    }

    static String rebuild(Index index) {
        return "REINDEX INDEX CONCURRENTLY %s;".formatted(index.qualifiedName());
    }

    private Optional<Finding> standing(Constraint constraint) {
        Constraint.Standing standing = constraint.standing();
        if (!standing.enforced()) {
            return error(UNENFORCED, label(constraint), unenforcedWords(), null);
        }
        return standing.validated()
                ? Optional.empty()
                : error(UNVALIDATED, label(constraint), unvalidatedWords(), validate(constraint));
    }

    static String unenforcedWords() {
        return "is not enforced: rows that break it are accepted";
    }

    static String unvalidatedWords() {
        return "is not validated: older rows may break it";
    }

    static String validate(Constraint constraint) {
        return "ALTER TABLE %s VALIDATE CONSTRAINT %s;".formatted(constraint.relation(), constraint.name());
    }

    private Optional<Finding> constraintTriggers(Constraint constraint) {
        return constraint.standing().triggersEnabled()
                ? Optional.empty()
                : error(
                        DISABLED_TRIGGER,
                        label(constraint),
                        "is not checked: its internal triggers are disabled",
                        "ALTER TABLE %s ENABLE TRIGGER ALL; the same for the table it refers to, if any"
                                .formatted(constraint.relation()));
    }

    private String label(Constraint constraint) {
        return constraint instanceof KeyConstraint key && key.primary()
                ? "primary key of " + labels.name(key.relation())
                : labels.part(constraint.word(), constraint.name(), constraint.relation());
    }

    private Optional<Finding> domain(Domain domain) {
        return domain.checks().stream()
                .filter(check -> !check.validated())
                .findFirst()
                .flatMap(check -> error(
                        UNVALIDATED,
                        "check %s of domain %s".formatted(check.name(), labels.name(domain.name())),
                        unvalidatedWords(),
                        "ALTER DOMAIN %s VALIDATE CONSTRAINT %s;".formatted(domain.name(), check.name())));
    }

    private Optional<Finding> trigger(Trigger trigger) {
        String label = labels.part("trigger", trigger.name(), trigger.relation());
        return switch (trigger.state()) {
            case ENABLED, ALWAYS -> Optional.empty();
            case DISABLED -> error(DISABLED_TRIGGER, label, disabledWords(), enable(trigger));
            case REPLICA ->
                warning(DISABLED_TRIGGER, label, "fires only where changes are replicated to", enable(trigger));
        };
    }

    static String disabledWords() {
        return "is disabled";
    }

    static String enable(Trigger trigger) {
        return "ALTER TABLE %s ENABLE TRIGGER %s;".formatted(trigger.relation(), trigger.name());
    }

    private Optional<Finding> rule(Rule rule) {
        return rule.state() == Trigger.State.DISABLED
                ? error(
                        "disabled-rule",
                        labels.part("rule", rule.name(), rule.relation()),
                        disabledWords(),
                        "ALTER TABLE %s ENABLE RULE %s;".formatted(rule.relation(), rule.name()))
                : Optional.empty();
    }

    private Optional<Finding> view(View view) {
        return view.populated()
                ? Optional.empty()
                : warning(
                        "unpopulated-view",
                        "view " + labels.name(view.name()),
                        "has never been filled: reading it fails",
                        "REFRESH MATERIALIZED VIEW %s;".formatted(view.name()));
    }

    private Optional<Finding> replicaIdentity(Table table) {
        Table.ReplicaIdentity identity = table.replicaIdentity();
        return identity.choice() == Table.ReplicaIdentity.Choice.INDEX && identity.index() == null
                ? warning(
                        "lost-replica-identity",
                        "table " + labels.name(table.name()),
                        "has a replica identity whose index is gone: published updates and deletes fail",
                        "ALTER TABLE %s REPLICA IDENTITY DEFAULT;".formatted(table.name()))
                : Optional.empty();
    }

    private static Optional<Finding> error(String rule, String object, String words, @Nullable String remedy) {
        return finding(Severity.ERROR, rule, object, words, remedy);
    }

    private static Optional<Finding> warning(String rule, String object, String words, @Nullable String remedy) {
        return finding(Severity.WARNING, rule, object, words, remedy);
    }

    private static Optional<Finding> finding(
            Severity severity, String rule, String object, String words, @Nullable String remedy) {
        return Optional.of(new Finding(severity, rule, object, null, null, object + " " + words, null, null, remedy));
    }
}

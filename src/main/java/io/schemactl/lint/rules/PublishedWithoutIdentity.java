package io.schemactl.lint.rules;

import io.schemactl.catalog.KeyConstraint;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.Publication;
import io.schemactl.catalog.Table;
import io.schemactl.catalog.Trigger;
import io.schemactl.finding.Severity;
import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import io.schemactl.sql.QualifiedName;
import java.util.List;
import java.util.stream.Stream;

/** Finds published tables whose rows cannot be changed, because they have no replica identity. */
final class PublishedWithoutIdentity implements StatementRule {

    @Override
    public String summary() {
        return "Finds published tables whose rows cannot be changed, because they have no replica identity.";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        return Stream.concat(
                        facts.added(Publication.class),
                        facts.changed(Publication.class).map(StatementFacts.Pair::to))
                .filter(publication -> publication.publish().contains(Trigger.Event.UPDATE)
                        || publication.publish().contains(Trigger.Event.DELETE))
                .flatMap(
                        publication -> tables(facts, publication)
                                .filter(table -> !isIdentified(facts, table))
                                .map(
                                        table -> facts.hit(
                                                        table.name(),
                                                        "publishes %s, which has no replica identity: each UPDATE and DELETE of it fails"
                                                                .formatted(facts.shown(table.name())))
                                                .fix(
                                                        "give it a primary key, or REPLICA IDENTITY USING INDEX, in an earlier change set")));
    }

    private static Stream<Table> tables(StatementFacts facts, Publication publication) {
        List<QualifiedName> named = publication.tables().stream()
                .map(Publication.PublishedTable::name)
                .toList();
        return facts.context()
                .schemas()
                .after()
                .all(Table.class)
                .filter(table -> table.form() == Table.Form.ORDINARY
                        && (publication.allTables()
                                || named.contains(table.name())
                                || publication.schemas().contains(table.name().schema())));
    }

    private static boolean isIdentified(StatementFacts facts, Table table) {
        return switch (table.replicaIdentity().choice()) {
            case FULL -> true;
            case NOTHING -> false;
            case INDEX -> table.replicaIdentity().index() != null;
            case DEFAULT ->
                facts.context()
                        .schemas()
                        .after()
                        .partsOf(table.name(), Kind.CONSTRAINT, KeyConstraint.class)
                        .anyMatch(KeyConstraint::primary);
        };
    }
}

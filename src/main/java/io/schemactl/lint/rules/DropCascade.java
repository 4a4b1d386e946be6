package io.schemactl.lint.rules;

import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.SqlLexer.Token;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds CASCADE that drops more than the statement names. */
final class DropCascade implements StatementRule {

    @Override
    public String summary() {
        return "Finds CASCADE that drops more than the statement names.";
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        if (!facts.statement().hasWords("CASCADE") || facts.statement().isCommand("DROP SCHEMA")) {
            return Stream.empty();
        }
        Set<Identifier> named = facts.statement().tokens().stream()
                .filter(Token::isName)
                .map(token -> new Identifier(token.name()))
                .collect(Collectors.toSet());
        List<String> others = Stream.concat(
                        facts.removed(CatalogObject.class)
                                .map(CatalogObject::key)
                                .filter(key ->
                                        isKnown(facts, key) && !named.contains(key.name()) && !isPart(named, key))
                                .map(key -> key.kind().word() + " " + key.name()),
                        facts.tableChanges().stream()
                                .flatMap(change -> change.dropped().stream()
                                        .filter(column -> !named.contains(column.name()))
                                        .map(column -> facts.column(change.name(), column.name()))))
                .toList();
        return others.isEmpty()
                ? Stream.empty()
                : Stream.of(facts.hit(others.get(0), "CASCADE also drops " + String.join(", ", others))
                        .fix("drop them by name first, and leave CASCADE out"));
    }

    private static boolean isKnown(StatementFacts facts, ObjectKey key) {
        return facts.context().schemas().beforeStory().objects().containsKey(key);
    }

    private static boolean isPart(Set<Identifier> named, ObjectKey key) {
        return key.relation() != null && named.contains(key.relation()) && key.kind() != Kind.CONSTRAINT;
    }
}

package io.schemactl.lint.rules;

import io.schemactl.catalog.Publication;
import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import io.schemactl.sql.QualifiedName;
import java.util.List;
import java.util.stream.Stream;

/** Finds tables in use that publications leave out from now on. */
final class PublicationChange implements StatementRule {

    @Override
    public String summary() {
        return "Finds tables in use that publications leave out from now on.";
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        Stream<Publication> gone = facts.removed(Publication.class);
        Stream<Hit> dropped =
                gone.map(publication -> hit(facts, publication, "is dropped: its subscribers get an error"));
        Stream<Hit> shrunk = facts.changed(Publication.class)
                .filter(pair -> !names(pair.to()).containsAll(names(pair.from()))
                        || !pair.to().publish().containsAll(pair.from().publish()))
                .filter(pair -> names(pair.from()).stream()
                        .anyMatch(table ->
                                facts.statement().after().findTable(table).isPresent()))
                .map(pair -> hit(
                        facts, pair.to(), "leaves out what subscribers rely on: their rows grow old without an error"));
        return Stream.concat(dropped, shrunk);
    }

    private static List<QualifiedName> names(Publication publication) {
        return publication.tables().stream()
                .map(Publication.PublishedTable::name)
                .toList();
    }

    private static Hit hit(StatementFacts facts, Publication publication, String what) {
        return facts.hit("publication " + publication.name(), "publication %s %s".formatted(publication.name(), what))
                .fix("let the subscribers drop the table from their subscription first");
    }
}

package io.schemactl.lint.rules;

import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.Schema;
import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import java.util.stream.Stream;

/** Finds schemas in use that are dropped. */
final class DropSchema implements StatementRule {

    @Override
    public String summary() {
        return "Finds schemas in use that are dropped.";
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        return facts.removed(Schema.class)
                .filter(schema ->
                        facts.context().schemas().beforeStory().objects().containsKey(schema.key()))
                .map(schema -> facts.hit(
                                "schema " + schema.name(),
                                "drops schema %s with %d objects in it"
                                        .formatted(
                                                schema.name(),
                                                facts.removed(CatalogObject.class)
                                                        .filter(object -> schema.name()
                                                                .equals(object.key()
                                                                        .schema()))
                                                        .count()))
                        .fix("drop what is in it by name, in a later story, when nothing uses it"));
    }
}

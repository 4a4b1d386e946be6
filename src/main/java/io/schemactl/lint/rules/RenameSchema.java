package io.schemactl.lint.rules;

import io.schemactl.catalog.Schema;
import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import java.util.stream.Stream;

/** Finds schemas in use that are renamed. */
final class RenameSchema implements StatementRule {

    @Override
    public String summary() {
        return "Finds schemas in use that are renamed.";
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        return facts.renamedFrom(Schema.class)
                .filter(schema ->
                        facts.context().schemas().beforeStory().objects().containsKey(schema.key()))
                .limit(1)
                .map(schema -> facts.hit(
                                "schema " + schema.name(),
                                "renames schema %s: all names with it, and each search_path, lead nowhere"
                                        .formatted(schema.name()))
                        .fix("make the new schema, move one table at a time, and leave views of the old names"));
    }
}

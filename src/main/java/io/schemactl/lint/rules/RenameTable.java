package io.schemactl.lint.rules;

import io.schemactl.catalog.Relation;
import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import java.util.stream.Stream;

/** Finds tables and views in use that are renamed or moved to another schema. */
final class RenameTable implements StatementRule {

    @Override
    public String summary() {
        return "Finds tables and views in use that are renamed or moved to another schema.";
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        if (facts.statement().isCommand("ALTER SCHEMA")) {
            return Stream.empty();
        }
        return facts.renamedFrom(Relation.class)
                .filter(relation -> wasThere(facts, relation) && !isTaken(facts, relation))
                .limit(1)
                .map(relation -> facts.hit(
                                "%s %s".formatted(relation.key().kind().word(), facts.shown(relation.name())),
                                "renames %s%s: running applications fail until they know the new name"
                                        .formatted(
                                                facts.shown(relation.name()),
                                                facts.renamedTo(Relation.class)
                                                        .map(now -> " to " + facts.shown(now.name()))
                                                        .findFirst()
                                                        .orElse("")))
                        .fix("create a view of the old name in the same change set, and drop it in a later story"));
    }

    private static boolean wasThere(StatementFacts facts, Relation relation) {
        return facts.context().schemas().beforeStory().objects().containsKey(relation.key());
    }

    /** Whether the old name still leads somewhere afterwards. */
    private static boolean isTaken(StatementFacts facts, Relation relation) {
        return facts.context().schemas().after().relationships().isTaken(relation.name());
    }
}

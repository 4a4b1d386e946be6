package io.schemactl.lint.rules;

import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import java.util.stream.Stream;

/** Finds columns of tables in use that are renamed. */
final class RenameColumn implements StatementRule {

    @Override
    public String summary() {
        return "Finds columns of tables in use that are renamed.";
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        return facts.tableChanges().stream()
                .flatMap(
                        change -> change.renamed().stream()
                                .map(
                                        column -> facts.hit(
                                                        facts.column(
                                                                change.name(),
                                                                column.from().name()),
                                                        "renames column %s of %s to %s: running applications fail until they know the new name"
                                                                .formatted(
                                                                        column.from()
                                                                                .name(),
                                                                        facts.shown(change.name()),
                                                                        column.to()
                                                                                .name()))
                                                .fix(
                                                        "add the new column, keep both alike with a trigger, and drop the old one in a later story")));
    }
}

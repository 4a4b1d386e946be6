package io.schemactl.lint.rules;

import io.schemactl.catalog.EnumType;
import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds labels of enum types in use that are renamed. */
final class RenameEnumValue implements StatementRule {

    @Override
    public String summary() {
        return "Finds labels of enum types in use that are renamed.";
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        return facts.changed(EnumType.class)
                .filter(pair -> facts.context()
                        .schemas()
                        .beforeStory()
                        .objects()
                        .containsKey(pair.from().key()))
                .filter(pair ->
                        pair.from().labels().size() == pair.to().labels().size())
                .map(pair -> facts.hit(
                                "enum " + facts.shown(pair.to().name()),
                                "renames %s of enum %s to %s: applications read a label they do not know, and write one that is gone"
                                        .formatted(
                                                only(pair.from(), pair.to()),
                                                facts.shown(pair.to().name()),
                                                only(pair.to(), pair.from())))
                        .fix("add the new label, let applications know both, move the rows in batches"));
    }

    private static String only(EnumType type, EnumType other) {
        return type.labels().stream()
                .filter(label -> !other.labels().contains(label))
                .collect(Collectors.joining("', '", "'", "'"));
    }
}

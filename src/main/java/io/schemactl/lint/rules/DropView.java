package io.schemactl.lint.rules;

import io.schemactl.catalog.View;
import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import java.util.stream.Stream;

/** Finds views in use that are dropped, or lose columns or change their types. */
final class DropView implements StatementRule {

    @Override
    public String summary() {
        return "Finds views in use that are dropped, or lose columns or change their types.";
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        if (facts.statement().isCommand("DROP SCHEMA")) {
            return Stream.empty();
        }
        Stream<Hit> gone = Vanished.of(facts, View.class)
                .map(view -> hit(facts, view, "drops view %s, which applications may read"));
        Stream<Hit> changed = facts.removed(View.class)
                .filter(view -> losesColumns(facts, view))
                .map(view -> hit(facts, view, "makes view %s anew, without columns that it had or with other types"));
        return Stream.concat(gone, changed);
    }

    private static boolean losesColumns(StatementFacts facts, View view) {
        return facts.context().schemas().beforeStory().objects().containsKey(view.key())
                && facts.context().schemas().after().find(View.class, view.key()).stream()
                        .anyMatch(now -> view.columns().stream()
                                .anyMatch(column -> now.findColumn(column.name())
                                        .filter(same -> same.type().equals(column.type()))
                                        .isEmpty()));
    }

    private static Hit hit(StatementFacts facts, View view, String message) {
        return facts.hit("view " + facts.shown(view.name()), message.formatted(facts.shown(view.name())))
                .fix("make a view of another name beside it, and drop the old one in a later story");
    }
}

package io.schemactl.lint.rules;

import io.schemactl.catalog.Routine;
import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import java.util.Objects;
import java.util.stream.Stream;

/** Finds functions and procedures in use that are dropped or change their signature. */
final class DropRoutine implements StatementRule {

    @Override
    public String summary() {
        return "Finds functions and procedures in use that are dropped or change their signature.";
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        if (facts.statement().isCommand("DROP SCHEMA")) {
            return Stream.empty();
        }
        Stream<Routine> retyped = facts.removed(Routine.class)
                .filter(routine ->
                        facts.context().schemas().beforeStory().objects().containsKey(routine.key()))
                .filter(routine -> facts.context().schemas().after().find(Routine.class, routine.key()).stream()
                        .anyMatch(now -> !Objects.equals(now.result(), routine.result())));
        return Stream.concat(Vanished.of(facts, Routine.class), retyped).map(routine -> {
            String object =
                    "%s %s(%s)".formatted(routine.form().word(), facts.shown(routine.name()), routine.arguments());
            return facts.hit(
                            object,
                            "drops %s: whoever calls it with these arguments, or expects %s, fails"
                                    .formatted(object, routine.result() == null ? "nothing back" : routine.result()))
                    .fix("make one of another name or other arguments beside it, and drop this one in a later story");
        });
    }
}

package io.schemactl.lint.rules;

import io.schemactl.catalog.Routine;
import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import java.util.stream.Stream;

/** Finds SECURITY DEFINER functions that look names up where their caller says. */
final class DefinerSearchPath implements StatementRule {

    @Override
    public String summary() {
        return "Finds SECURITY DEFINER functions that look names up where their caller says.";
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        return Stream.concat(
                        facts.added(Routine.class), facts.changed(Routine.class).map(StatementFacts.Pair::to))
                .filter(routine -> routine.traits().definer()
                        && routine.settings().stream().noneMatch(setting -> setting.startsWith("search_path=")))
                .map(routine -> {
                    String object = "%s %s(%s)"
                            .formatted(routine.form().word(), facts.shown(routine.name()), routine.arguments());
                    return facts.hit(
                                    object, object + " runs with its owner's rights, and with its caller's search_path")
                            .fix("add `SET search_path = pg_catalog, pg_temp` to it, and qualify the names in it");
                });
    }
}

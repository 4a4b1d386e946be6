package io.schemactl.lint.rules;

import io.schemactl.catalog.Kind;
import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import io.schemactl.lint.LintedBase;
import io.schemactl.lint.LintedChangeSet.Again;
import java.util.stream.Stream;

/** Finds change sets that run more than once and change what cannot simply be replaced. */
final class RepeatedDdl implements Convention {

    @Override
    public String summary() {
        return "Finds change sets that run more than once and change what cannot simply be replaced.";
    }

    @Override
    public Stream<Hit> check(LintContext context) {
        Again again = context.changeSet().standing().again();
        if (again == Again.NEVER) {
            return Stream.empty();
        }
        String when = again == Again.ALWAYS ? "in each upgrade" : "whenever its text changes";
        return context.differences().stream()
                .map(difference -> LintedBase.whole(difference.key()))
                .filter(key -> !isReplaceable(key.kind()))
                .distinct()
                .map(
                        key -> Hit.at(
                                        context.changeSet(),
                                        "%s runs %s, and changes %s %s"
                                                .formatted(
                                                        context.changeSet().label(),
                                                        when,
                                                        key.kind().word(),
                                                        key.name()))
                                .fix(
                                        "take `runAlways` and `runOnChange` for what CREATE OR REPLACE makes: functions, views, triggers"));
    }

    private static boolean isReplaceable(Kind kind) {
        return kind == Kind.ROUTINE || kind == Kind.VIEW || kind == Kind.TRIGGER || kind == Kind.RULE;
    }
}

package io.schemactl.lint.rules;

import io.schemactl.catalog.Index;
import io.schemactl.finding.Severity;
import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import java.util.stream.Stream;

/** Finds indexes that are invalid at the end of the changelog. */
final class InvalidIndex implements Convention {

    @Override
    public String summary() {
        return "Finds indexes that are invalid at the end of the changelog.";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Stream<Hit> check(LintContext context) {
        return Additions.of(context, Index.class)
                .filter(added -> !added.object().state().valid()
                        || !added.object().state().ready())
                .map(added -> new Hit(
                        added.position(),
                        "index %s on %s"
                                .formatted(
                                        added.object().name(),
                                        context.shown(added.object().relation())),
                        "index %s is not valid at the end of the changelog: queries do not use it, and it costs writes"
                                .formatted(added.object().name()),
                        "attach an index of each partition: `ALTER INDEX %s ATTACH PARTITION …`"
                                .formatted(added.object().name())));
    }
}

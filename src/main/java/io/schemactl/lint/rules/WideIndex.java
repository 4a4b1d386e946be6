package io.schemactl.lint.rules;

import io.schemactl.catalog.Index;
import io.schemactl.finding.Severity;
import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import java.util.stream.Stream;

/** Finds indexes of more than three columns that are not unique. */
final class WideIndex implements Convention {

    private static final int MOST = 3;

    @Override
    public String summary() {
        return "Finds indexes of more than three columns that are not unique.";
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    @Override
    public Stream<Hit> check(LintContext context) {
        return Additions.of(context, Index.class)
                .filter(added -> added.object().parent() == null)
                .filter(added -> added.object().method().equals("btree"))
                .filter(added -> !added.object().uniqueness().unique())
                .filter(added -> added.object().keys().size() > MOST)
                .map(added -> new Hit(
                        added.position(),
                        "index %s on %s"
                                .formatted(
                                        added.object().name(),
                                        context.shown(added.object().relation())),
                        "index %s has %d columns: few queries use those behind the third, and all writes maintain them"
                                .formatted(
                                        added.object().name(),
                                        added.object().keys().size()),
                        "begin with the columns that narrow down most, and leave out the rest"));
    }
}

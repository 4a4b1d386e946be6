package io.schemactl.lint.rules;

import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import io.schemactl.lint.Rule;
import io.schemactl.trace.LockMode;
import io.schemactl.trace.RelationTrace;
import io.schemactl.trace.RelationTrace.Existence;
import java.util.stream.Stream;

/** Finds indexes that are built on a table in use while nobody can write it. */
final class BlockingIndex implements Rule {

    @Override
    public String summary() {
        return "Finds indexes that are built on a table in use while nobody can write it.";
    }

    @Override
    public Stream<Hit> check(LintContext context) {
        return context.statements().stream()
                .filter(statement -> statement.isCommand("CREATE"))
                .flatMap(
                        statement -> statement.trace().relations().stream()
                                .filter(index -> index.isIndex() && index.existence() == Existence.MADE)
                                .filter(index -> statement
                                        .trace()
                                        .find(index.table())
                                        .filter(RelationTrace::isUsed)
                                        .flatMap(RelationTrace::lock)
                                        .filter(LockMode::blocksWrites)
                                        .isPresent())
                                .map(
                                        index -> Hit.at(
                                                        statement,
                                                        "index " + index.name().name(),
                                                        "builds index %s while %s is locked in SHARE mode: nobody can write the table until it is built"
                                                                .formatted(
                                                                        index.name()
                                                                                .name(),
                                                                        context.shown(index.table())))
                                                .fix(
                                                        "CREATE INDEX CONCURRENTLY, in a change set of its own with `runInTransaction: false`")));
    }
}

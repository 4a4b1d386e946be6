package io.schemactl.lint.rules;

import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import io.schemactl.trace.LockMode;
import io.schemactl.trace.RelationTrace;
import java.util.stream.Stream;

/** Finds materialized views in use that are refreshed while nobody can read them. */
final class BlockingRefresh implements StatementRule {

    @Override
    public String summary() {
        return "Finds materialized views in use that are refreshed while nobody can read them.";
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        if (!facts.statement().isCommand("REFRESH MATERIALIZED VIEW")) {
            return Stream.empty();
        }
        return facts.statement()
                .trace()
                .tables()
                .filter(view -> view.kind() == RelationTrace.Kind.MATERIALIZED_VIEW)
                .map(RelationTrace::name)
                .filter(view -> facts.lock(view).filter(LockMode::blocksReads).isPresent())
                .map(view -> facts.hit(
                                "materialized view " + facts.shown(view), "refreshes the view: " + facts.locked(view))
                        .fix("REFRESH MATERIALIZED VIEW CONCURRENTLY, which needs a unique index of the view"));
    }
}

package io.schemactl.lint.rules;

import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import java.util.stream.Stream;

/** Finds tables in use whose replica identity changes. */
final class ReplicaIdentityChange implements StatementRule {

    @Override
    public String summary() {
        return "Finds tables in use whose replica identity changes.";
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        return facts.tableChanges().stream()
                .filter(change ->
                        !change.from().replicaIdentity().equals(change.to().replicaIdentity()))
                .map(
                        change -> facts.hit(
                                        change.name(),
                                        "changes what logical replication records of old rows of %s: subscribers may not find the rows to change"
                                                .formatted(facts.shown(change.name())))
                                .fix(
                                        "see that each subscriber has an index on the new identity; keep the old index until then"));
    }
}

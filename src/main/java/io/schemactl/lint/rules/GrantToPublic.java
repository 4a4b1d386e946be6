package io.schemactl.lint.rules;

import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.Grant;
import io.schemactl.catalog.Kind;
import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import java.util.List;
import java.util.stream.Stream;

/** Finds privileges that are given to every role. */
final class GrantToPublic implements StatementRule {

    @Override
    public String summary() {
        return "Finds privileges that are given to every role.";
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        if (!facts.statement().hasWords("TO PUBLIC")) {
            return Stream.empty();
        }
        return facts.changed(CatalogObject.class)
                .filter(pair -> pair.to().key().kind() != Kind.ROUTINE
                        || pair.from().attributes().grants() != null)
                .filter(pair -> toAll(pair.to()).stream()
                        .anyMatch(each -> !toAll(pair.from()).contains(each)))
                .limit(1)
                .map(pair -> {
                    String object = pair.to().key().kind().word() + " "
                            + pair.to().key().name();
                    return facts.hit(
                                    object,
                                    "grants privileges on %s to PUBLIC: every role of the cluster has them, present and future"
                                            .formatted(object))
                            .fix("grant them to the roles that need them");
                });
    }

    private static List<Grant> toAll(CatalogObject object) {
        List<Grant> grants = object.attributes().grants();
        return grants == null
                ? List.of()
                : grants.stream()
                        .filter(grant -> grant.grantee().equals(Grant.PUBLIC))
                        .toList();
    }
}

package io.schemactl.lint.rules;

import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.Grant;
import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds privileges on objects in use that are taken away. */
final class RevokedPrivilege implements StatementRule {

    @Override
    public String summary() {
        return "Finds privileges on objects in use that are taken away.";
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        if (!facts.statement().isCommand("REVOKE")) {
            return Stream.empty();
        }
        return facts.changed(CatalogObject.class)
                .filter(pair -> wasThere(facts, pair.from()))
                .flatMap(pair -> lost(pair.from(), pair.to()).map(lost -> {
                    String object = "%s %s"
                            .formatted(
                                    pair.to().key().kind().word(),
                                    pair.to().key().name());
                    return facts.hit(
                                    object,
                                    "takes %s on %s away: whoever still relies on it fails from now on"
                                            .formatted(lost, object))
                            .fix("see first that no released application and no job uses the privilege");
                }))
                .limit(1);
    }

    private static boolean wasThere(StatementFacts facts, CatalogObject object) {
        return facts.context().schemas().beforeStory().objects().containsKey(object.key());
    }

    /** The privileges of other roles than the owner that are gone; none where a role may still do the same. */
    private static Stream<String> lost(CatalogObject from, CatalogObject to) {
        List<Grant> before = grants(from);
        List<Grant> after = grants(to);
        String lost = before.stream()
                .filter(grant ->
                        !grant.grantee().equals(Grant.OWNER) && !grant.grantee().equals(Grant.PUBLIC))
                .filter(grant -> after.stream()
                        .noneMatch(other -> other.grantee().equals(grant.grantee())
                                && other.privilege().equals(grant.privilege())))
                .map(grant -> "%s of %s".formatted(grant.privilege(), grant.grantee()))
                .collect(Collectors.joining(", "));
        return lost.isEmpty() ? Stream.empty() : Stream.of(lost);
    }

    private static List<Grant> grants(CatalogObject object) {
        List<Grant> grants = object.attributes().grants();
        return grants == null ? List.of() : grants;
    }
}

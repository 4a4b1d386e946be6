package io.schemactl.lint.rules;

import io.schemactl.catalog.ObjectKey;
import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import io.schemactl.lint.LintedBase;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Finds change sets that touch what the base branch has changed meanwhile. */
final class BranchConflict implements Convention {

    @Override
    public String summary() {
        return "Finds change sets that touch what the base branch has changed meanwhile.";
    }

    @Override
    public Stream<Hit> check(LintContext context) {
        LintedBase base = context.changeSet().standing().base();
        if (base == null || base.touched().isEmpty()) {
            return Stream.empty();
        }
        Map<ObjectKey, String> touched = new LinkedHashMap<>();
        context.differences().stream()
                .map(difference -> LintedBase.whole(difference.key()))
                .forEach(key -> {
                    String story = base.touched().get(key);
                    if (story != null) {
                        touched.put(key, story);
                    }
                });
        return touched.entrySet().stream().map(entry -> hit(context, base, entry.getKey(), entry.getValue()));
    }

    private static Hit hit(LintContext context, LintedBase base, ObjectKey key, String story) {
        String object = "%s %s".formatted(key.kind().word(), key.name());
        return new Hit(
                context.changeSet().position(),
                object,
                "%s touches %s, and so does %s on %s since the branches parted"
                        .formatted(context.changeSet().label(), object, story, base.reference()),
                "merge %s, put the story behind its stories, and look whether both still say what is meant"
                        .formatted(base.reference()));
    }
}

package io.schemactl.lint.rules;

import io.schemactl.catalog.EnumType;
import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import io.schemactl.lint.Rule;
import java.util.List;
import java.util.stream.Stream;

/** Finds enum types in use that lose labels. */
final class DropEnumValue implements Rule {

    @Override
    public String summary() {
        return "Finds enum types in use that lose labels.";
    }

    @Override
    public Stream<Hit> check(LintContext context) {
        return context.schemas()
                .beforeStory()
                .all(EnumType.class)
                .filter(type -> context.schemas().before().objects().containsKey(type.key()))
                .flatMap(type -> {
                    EnumType old = context.schemas()
                            .before()
                            .find(EnumType.class, type.key())
                            .orElse(type);
                    List<String> lost = context.schemas().after().find(EnumType.class, type.key()).stream()
                            .filter(now -> now.labels().size() < old.labels().size())
                            .flatMap(now -> old.labels().stream()
                                    .filter(label -> !now.labels().contains(label)))
                            .toList();
                    return lost.isEmpty()
                            ? Stream.empty()
                            : Stream.of(new Hit(
                                    context.changeSet().position(),
                                    "enum " + context.shown(type.name()),
                                    "enum %s loses '%s': rows that have it make the change set fail, and applications that write it fail"
                                            .formatted(context.shown(type.name()), String.join("', '", lost)),
                                    "leave the label, and let a CHECK of the table refuse it"));
                });
    }
}

package io.schemactl.lint.rules;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.Column;
import io.schemactl.catalog.CompositeType;
import io.schemactl.catalog.Domain;
import io.schemactl.catalog.EnumType;
import io.schemactl.catalog.RangeType;
import io.schemactl.catalog.Relation;
import io.schemactl.catalog.Routine;
import io.schemactl.catalog.View;
import io.schemactl.finding.Severity;
import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds enum types and domains that nothing uses. */
final class UnusedType implements Convention {

    @Override
    public String summary() {
        return "Finds enum types and domains that nothing uses.";
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    @Override
    public Stream<Hit> check(LintContext context) {
        Catalog end = context.schemas().end();
        return end.objects().values().stream()
                .filter(object -> object instanceof EnumType || object instanceof Domain)
                .filter(type -> !isUsed(end, type))
                .filter(type -> isNew(context, type) || isUsed(context.schemas().before(), type))
                .filter(type -> !isUsed(context.schemas().after(), type))
                .map(type -> hit(context, type));
    }

    private static boolean isNew(LintContext context, CatalogObject type) {
        return !context.schemas().before().objects().containsKey(type.key());
    }

    private static Hit hit(LintContext context, CatalogObject type) {
        String shown = "%s %s".formatted(type.key().kind().word(), type.key().name());
        return new Hit(
                Additions.position(
                        context,
                        statement -> (isUsed(statement.before(), type) && !isUsed(statement.after(), type))
                                || (!statement.before().objects().containsKey(type.key())
                                        && statement.after().objects().containsKey(type.key()))),
                shown,
                "nothing uses %s".formatted(shown),
                "drop it: `DROP %s %s`"
                        .formatted(
                                type instanceof Domain ? "DOMAIN" : "TYPE",
                                type.key().name()));
    }

    private static boolean isUsed(Catalog catalog, CatalogObject type) {
        String name = type.key().name().display();
        Pattern mention = Pattern.compile("(?<![\\w\"])%s(?![\\w\"])".formatted(Pattern.quote(name)));
        return catalog.objects().values().stream()
                .filter(object -> !object.key().equals(type.key()))
                .flatMap(UnusedType::texts)
                .anyMatch(text -> mention.matcher(text).find());
    }

    /** Where types are mentioned. */
    private static Stream<String> texts(CatalogObject object) {
        if (object instanceof Relation relation) {
            Stream<String> types = relation.columns().stream().map(Column::type);
            return object instanceof View view ? Stream.concat(types, Stream.of(view.definition())) : types;
        }
        if (object instanceof Routine routine) {
            return Stream.of(routine.signature(), String.valueOf(routine.result()), String.valueOf(routine.body()));
        }
        if (object instanceof CompositeType composite) {
            return composite.columns().stream().map(Column::type);
        }
        if (object instanceof RangeType range) {
            return Stream.of(range.subtype());
        }
        return object instanceof Domain domain ? Stream.of(domain.type()) : Stream.empty();
    }
}

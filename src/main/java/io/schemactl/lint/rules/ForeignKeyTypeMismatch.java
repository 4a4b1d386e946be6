package io.schemactl.lint.rules;

import io.schemactl.catalog.ForeignKey;
import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import io.schemactl.sql.Identifier;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds foreign keys whose columns have another type than those that they refer to. */
final class ForeignKeyTypeMismatch implements Convention {

    @Override
    public String summary() {
        return "Finds foreign keys whose columns have another type than those that they refer to.";
    }

    @Override
    public Stream<Hit> check(LintContext context) {
        return Additions.of(context, ForeignKey.class)
                .filter(added -> !added.object().standing().inherited())
                .flatMap(added -> IntStream.range(0, added.object().columns().size())
                        .boxed()
                        .flatMap(place -> hit(context, added, place).stream()));
    }

    private static Optional<Hit> hit(LintContext context, Added<ForeignKey> added, int place) {
        ForeignKey key = added.object();
        Identifier column = key.columns().get(place);
        Identifier referenced = key.referencedColumns().get(place);
        Optional<String> type = Keys.type(context.schemas().end(), key.relation(), column);
        Optional<String> other = Keys.type(context.schemas().end(), key.referenced(), referenced);
        if (type.isEmpty() || other.isEmpty() || type.equals(other)) {
            return Optional.empty();
        }
        return Optional.of(new Hit(
                added.position(),
                "foreign key %s on %s".formatted(key.name(), context.shown(key.relation())),
                "column %s of %s is %s, and refers to column %s of %s, which is %s"
                        .formatted(
                                column,
                                context.shown(key.relation()),
                                type.get(),
                                referenced,
                                context.shown(key.referenced()),
                                other.get()),
                "give both columns the type " + other.get()));
    }
}

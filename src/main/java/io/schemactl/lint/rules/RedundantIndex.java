package io.schemactl.lint.rules;

import io.schemactl.catalog.Index;
import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import io.schemactl.problem.Position;
import io.schemactl.sql.Identifier;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Finds indexes that another index does the work of. */
final class RedundantIndex implements Convention {

    @Override
    public String summary() {
        return "Finds indexes that another index does the work of.";
    }

    @Override
    public Stream<Hit> check(LintContext context) {
        List<Added<Index>> added = Additions.of(context, Index.class)
                .filter(each -> each.object().parent() == null)
                .toList();
        Set<Identifier> reported = new HashSet<>();
        return added.stream()
                .flatMap(each -> hits(context, each))
                .filter(found -> reported.add(found.index()))
                .map(Found::hit);
    }

    private record Found(Identifier index, Hit hit) {}

    private static Stream<Found> hits(LintContext context, Added<Index> added) {
        Index index = added.object();
        return Keys.indexes(context.schemas().end(), index.relation()).stream()
                .filter(other -> !other.name().equals(index.name()))
                .flatMap(other -> {
                    if (isCovered(index, other)) {
                        return Stream.of(found(context, added.position(), index, other));
                    }
                    return isCovered(other, index)
                            ? Stream.of(found(context, added.position(), other, index))
                            : Stream.empty();
                });
    }

    private static Found found(LintContext context, Position position, Index index, Index other) {
        String table = context.shown(index.relation());
        return new Found(
                index.name(),
                new Hit(
                        position,
                        "index %s on %s".formatted(index.name(), table),
                        "index %s on %s is no use beside %s, which begins with the same keys: it costs each write and serves no query"
                                .formatted(index.name(), table, other.name()),
                        "leave out " + index.name()));
    }

    /** Whether whatever an index is used for, another can be used for as well. */
    private static boolean isCovered(Index index, Index other) {
        boolean isEqual = index.keys().equals(other.keys());
        if (index.constraint() != null
                || !index.method().equals(other.method())
                || !Objects.equals(index.predicate(), other.predicate())
                || !other.state().valid()) {
            return false;
        }
        boolean begins = index.method().equals("btree")
                && other.keys().size() > index.keys().size()
                && other.keys().subList(0, index.keys().size()).equals(index.keys());
        boolean carries = other.include().containsAll(index.include());
        if (index.uniqueness().unique()) {
            return isEqual && carries && index.uniqueness().equals(other.uniqueness()) && isFirst(other, index);
        }
        return carries && (begins || (isEqual && (other.uniqueness().unique() || isFirst(other, index))));
    }

    /** Which of two equal indexes stays: that of a constraint, or else the first by name. */
    private static boolean isFirst(Index one, Index other) {
        return one.constraint() != null || one.name().compareTo(other.name()) < 0;
    }
}

package io.schemactl.diff.plan;

import io.schemactl.catalog.Cast;
import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.Dependencies;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Part;
import io.schemactl.catalog.Reading;
import io.schemactl.catalog.Routine;
import io.schemactl.catalog.Sequence;
import io.schemactl.catalog.View;
import io.schemactl.diff.ddl.Later;
import io.schemactl.diff.ddl.ShellTypes;
import io.schemactl.sql.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.stream.Stream;

/** What the parts of a database need to exist, and who needs them: PostgreSQL's dependencies, and what keys say by themselves. */
final class Needs {

    private final Catalog catalog;
    private final Dependencies forwards;
    private final Dependencies backwards;
    private final Belongings belongings;

    Needs(Reading reading) {
        this(reading.catalog(), withoutOwnedSequences(reading));
    }

    private Needs(Catalog catalog, Dependencies forwards) {
        this.catalog = catalog;
        this.forwards = forwards;
        this.backwards = forwards.reversed();
        this.belongings = new Belongings(catalog);
    }

    /** The same, where the substance of some objects comes later than they do. */
    Needs withLater(Set<Part> later) {
        if (later.stream().noneMatch(part -> Later.fits(part.object().kind()))) {
            return this;
        }
        List<Dependencies.Edge> edges = new ArrayList<>();
        direct().forEach((part, needed) -> needed.forEach(each -> {
            boolean split = later.contains(part) && Later.fits(part.object().kind());
            if (!split || isNeededAtOnce(part.object(), each.object())) {
                edges.add(new Dependencies.Edge(part, each));
            }
            if (split) {
                edges.add(new Dependencies.Edge(Later.substance(part.object()), each));
            }
            // A materialized view is filled when it is made.
            if (later.contains(Part.of(each.object())) && isFilled(part.object()) && !needs(each, part)) {
                edges.add(new Dependencies.Edge(part, Later.substance(each.object())));
            }
        }));
        later.stream().filter(part -> isRoutine(part)).forEach(part -> edges.addAll(callers(part)));
        return new Needs(catalog, Dependencies.of(edges));
    }

    /** The same, where whoever uses a cast's function may mean the cast: PostgreSQL knows only the function, and prints the cast. */
    Needs withCasts() {
        List<Dependencies.Edge> edges = new ArrayList<>();
        direct().forEach((part, needed) -> needed.forEach(each -> edges.add(new Dependencies.Edge(part, each))));
        int known = edges.size();
        catalog.all(Cast.class).map(cast -> Part.of(cast.key())).forEach(cast -> {
            Set<Part> needed = all(Set.of(cast));
            of(cast).stream()
                    .filter(Needs::isRoutine)
                    .flatMap(function -> on(function).stream())
                    .filter(user -> user.object().kind() != Kind.CAST && !needed.contains(user))
                    .forEach(user -> edges.add(new Dependencies.Edge(user, cast)));
        });
        return edges.size() == known ? this : new Needs(catalog, Dependencies.of(edges));
    }

    private static boolean isRoutine(Part part) {
        return part.object().kind() == Kind.ROUTINE;
    }

    /** What of an object needs another even before it has its substance. */
    private boolean isNeededAtOnce(ObjectKey key, ObjectKey needed) {
        return switch (key.kind()) {
            case DOMAIN -> isType(needed.kind());
            case ROUTINE ->
                !key.equals(needed)
                        && catalog.find(Routine.class, key)
                                .filter(routine -> Later.isMentionedAtOnce(routine, needed))
                                .isPresent();
            default -> false;
        };
    }

    /** Whatever calls a routine when it is made itself, because there may be rows, needs the routine's body. */
    private List<Dependencies.Edge> callers(Part routine) {
        Set<Part> needed = all(Set.of(routine));
        List<Dependencies.Edge> edges = new ArrayList<>();
        Set<Part> found = new LinkedHashSet<>();
        var open = new ArrayList<>(on(routine));
        while (!open.isEmpty()) {
            Part user = open.remove(open.size() - 1);
            if (!needed.contains(user) && found.add(user)) {
                open.addAll(on(user));
                if (isCalling(user)) {
                    edges.add(new Dependencies.Edge(user, Later.substance(routine.object())));
                }
            }
        }
        return edges;
    }

    private boolean isCalling(Part user) {
        return switch (user.object().kind()) {
            case INDEX, CONSTRAINT, TABLE, DOMAIN -> true;
            default -> isFilled(user.object());
        };
    }

    private boolean isFilled(ObjectKey key) {
        return catalog.find(View.class, key).filter(View::materialized).isPresent();
    }

    private boolean needs(Part part, Part other) {
        return all(Set.of(part)).contains(other);
    }

    private static boolean isType(Kind kind) {
        return switch (kind) {
            case ENUM, DOMAIN, COMPOSITE_TYPE, RANGE_TYPE, BASE_TYPE, COLLATION, TABLE, VIEW -> true;
            default -> false;
        };
    }

    /** What parts need by PostgreSQL's dependencies. */
    SortedMap<Part, SortedSet<Part>> direct() {
        return forwards.needs();
    }

    /** A column's default needs its sequence; that the sequence belongs to the column is said later. */
    private static Dependencies withoutOwnedSequences(Reading reading) {
        List<Dependencies.Edge> edges = new ArrayList<>();
        reading.dependencies()
                .needs()
                .forEach((part, needed) -> needed.stream()
                        .filter(each -> !isOwnership(reading.catalog(), part, each))
                        .forEach(each -> edges.add(new Dependencies.Edge(part, each))));
        return ShellTypes.relaxed(Dependencies.of(edges));
    }

    private static boolean isOwnership(Catalog catalog, Part part, Part needed) {
        return part.object().kind() == Kind.SEQUENCE
                && catalog.find(Sequence.class, part.object())
                        .map(Sequence::owner)
                        .filter(owner ->
                                ObjectKey.of(Kind.TABLE, owner.relation()).equals(needed.object()))
                        .isPresent();
    }

    /** What goes with what. */
    Belongings belongings() {
        return belongings;
    }

    /** What a part needs. */
    Set<Part> of(Part part) {
        Set<Part> needs = new LinkedHashSet<>(forwards.neededBy(part));
        if (part.equals(Later.additions(part.object()))) {
            return forwards.neededBy(Part.of(part.object()));
        }
        if (part.columnDefault() && part.column() != null) {
            needs.add(Part.ofColumn(part.object(), part.column()));
        } else if (part.column() != null) {
            needs.add(Part.of(part.object()));
        }
        ObjectKey key = part.object();
        if (key.schema() != null) {
            needs.add(Part.of(ObjectKey.of(Kind.SCHEMA, key.schema())));
        }
        findRelation(key).map(Part::of).forEach(needs::add);
        return needs;
    }

    /** Who needs a part, by PostgreSQL's dependencies. */
    Set<Part> on(Part part) {
        return backwards.neededBy(part);
    }

    /** All parts that some parts need, directly or through others. */
    Set<Part> all(Collection<Part> parts) {
        Set<Part> found = new LinkedHashSet<>();
        var open = new ArrayList<>(parts);
        while (!open.isEmpty()) {
            Part part = open.remove(open.size() - 1);
            of(part).stream().filter(found::add).forEach(open::add);
        }
        return found;
    }

    /** The table or view that an object is a part of. */
    private Stream<ObjectKey> findRelation(ObjectKey key) {
        if (key.schema() == null || key.relation() == null) {
            return Stream.empty();
        }
        var name = new QualifiedName(key.schema(), key.relation());
        return Stream.of(Kind.TABLE, Kind.VIEW)
                .map(kind -> ObjectKey.of(kind, name))
                .filter(relation -> catalog.objects().containsKey(relation));
    }
}

package io.schemactl.diff.plan;

import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.Constraint;
import io.schemactl.catalog.ForeignKey;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Part;
import io.schemactl.diff.ddl.Context;
import io.schemactl.sql.QualifiedName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the parts of tables and views that must go before these do: by foreign keys, or an index with a function over the rows of its
 * table, what goes may need each other in a circle, so that nothing could go first.
 */
final class Apart {

    private final Context context;
    private final Needs before;
    private final Departures departures;
    private final Set<ObjectKey> parts = new HashSet<>();

    Apart(Context context, Needs before) {
        this.context = context;
        this.before = before;
        this.departures = new Departures(context);
        Set<ObjectKey> circles = circles(before);
        forEachNeed(before, (part, needed) -> {
            ObjectKey user = whole(part.object());
            ObjectKey used = whole(needed.object());
            if (part.column() == null
                    && part.object().relation() != null
                    && user != null
                    && !user.equals(used)
                    && circles.contains(user)
                    && circles.contains(used)) {
                parts.add(part.object());
            }
        });
    }

    /** Whether a part of a table or view that goes must go first. A constraint that comes from above goes with that. */
    boolean contains(CatalogObject object) {
        return isInherited(object)
                ? before.of(Part.of(object.key())).stream()
                        .flatMap(above -> context.from().find(ForeignKey.class, above.object()).stream())
                        .anyMatch(this::contains)
                : parts.contains(object.key());
    }

    private static boolean isInherited(CatalogObject object) {
        return object instanceof Constraint constraint && constraint.standing().inherited();
    }

    /** The foreign keys of partitions that go with one of the whole table; partitions that go themselves, or leave, take theirs along. */
    Set<Part> below(Part key) {
        Set<Part> found = new HashSet<>();
        if (context.from().find(ForeignKey.class, key.object()).isEmpty()) {
            return found;
        }
        for (Part part : before.on(key)) {
            if (context.from()
                    .find(ForeignKey.class, part.object())
                    .filter(Apart::isInherited)
                    .filter(copy -> context.stays(ObjectKey.of(Kind.TABLE, copy.relation())) || contains(copy))
                    .filter(copy -> !departures.frees(part, key))
                    .isPresent()) {
                found.add(part);
                found.addAll(below(part));
            }
        }
        return found;
    }

    /** The tables, views and other objects in circles, and those between circles. */
    private Set<ObjectKey> circles(Needs before) {
        Map<ObjectKey, Set<ObjectKey>> needs = new HashMap<>();
        Map<ObjectKey, Set<ObjectKey>> users = new HashMap<>();
        forEachNeed(before, (part, needed) -> {
            ObjectKey user = whole(part.object());
            ObjectKey used = whole(needed.object());
            if (user != null && used != null && !user.equals(used)) {
                needs.computeIfAbsent(user, key -> new HashSet<>()).add(used);
                users.computeIfAbsent(used, key -> new HashSet<>()).add(user);
            }
        });
        Set<ObjectKey> circles = new HashSet<>(needs.keySet());
        circles.retainAll(users.keySet());
        boolean shrinks = true;
        while (shrinks) {
            shrinks = circles.removeIf(key -> isEnd(key, needs, circles) || isEnd(key, users, circles));
        }
        return circles;
    }

    /** Whether there is no way on from an object. */
    private static boolean isEnd(ObjectKey key, Map<ObjectKey, Set<ObjectKey>> ways, Set<ObjectKey> objects) {
        return ways.getOrDefault(key, Set.of()).stream().noneMatch(objects::contains);
    }

    private static void forEachNeed(Needs needs, BiConsumer<Part, Part> action) {
        needs.direct().forEach((part, needed) -> needed.forEach(each -> action.accept(part, each)));
    }

    /** The table or view that goes with a part, or the object itself; null if it stays. */
    private @Nullable ObjectKey whole(ObjectKey key) {
        if (key.schema() != null && key.relation() != null) {
            var name = new QualifiedName(key.schema(), key.relation());
            return Stream.of(Kind.TABLE, Kind.VIEW)
                    .map(kind -> ObjectKey.of(kind, name))
                    .filter(this::goes)
                    .findFirst()
                    .orElse(goes(key) ? key : null);
        }
        return goes(key) ? key : null;
    }

    private boolean goes(ObjectKey key) {
        return context.from().objects().containsKey(key) && !context.stays(key);
    }
}

package io.schemactl.diff.plan;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.ForeignKey;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Part;
import io.schemactl.catalog.Routine;
import io.schemactl.catalog.Table;
import io.schemactl.diff.ddl.AttachedConstraints;
import io.schemactl.diff.ddl.Forced;
import io.schemactl.diff.ddl.Later;
import io.schemactl.diff.ddl.Rebinding;
import io.schemactl.diff.ddl.Step;
import io.schemactl.diff.ddl.TypeReplacement;
import io.schemactl.sql.Identifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What else must go and come back because PostgreSQL lets nothing be taken away that something else needs. */
final class Consequences {

    private final Draft draft;
    private final Needs before;
    private final Departures departures;
    private final Catalog from;
    private final Catalog to;
    private final Set<ObjectKey> replaced;
    private final Set<Part> retyped;
    private final Set<Part> reset;
    private final Set<ObjectKey> rebuilt;
    private final Set<Part> taken = new HashSet<>();
    private final Set<Part> made = new HashSet<>();
    private final Map<Part, List<Step>> replacements;

    Consequences(Draft draft, Needs before) {
        this.draft = draft;
        this.before = before;
        this.departures = new Departures(draft.context());
        this.from = draft.context().from();
        this.to = draft.context().to();
        Forced forced = draft.context().forced();
        this.replaced = new HashSet<>(forced.replaced());
        this.retyped = new HashSet<>(forced.retyped());
        this.reset = new HashSet<>(forced.reset());
        this.rebuilt = new HashSet<>(forced.rebuilt());
        this.replacements = replacements(draft);
    }

    /** What is forced by the draft, together with what was forced already. */
    Forced forced() {
        replaced.addAll(draft.unalterable());
        replaced.addAll(AttachedConstraints.inTheWay(draft.context()));
        replaced.addAll(Rebinding.constraintsInTheWay(draft.context()));
        draft.steps().forEach(placed -> taken.addAll(placed.step().takes()));
        draft.steps().forEach(placed -> made.addAll(placed.step().makes()));
        draft.steps().forEach(placed -> placed.step().takes().forEach(part -> follow(part, placed.step())));
        comeBack();
        List.copyOf(replaced).stream()
                .filter(key -> key.kind() == Kind.CONSTRAINT)
                .map(new Rebuilt(draft.context(), before)::together)
                .forEach(replaced::addAll);
        return new Forced(replaced, retyped, reset, draft.context().forced().deferred(), rebuilt);
    }

    /** What goes with something else, but shall be there afterwards. */
    private void comeBack() {
        taken.stream()
                .filter(part -> part.column() == null && !made.contains(part) && staysThere(part))
                .map(Part::object)
                .forEach(replaced::add);
    }

    private void follow(Part part, Step step) {
        boolean inPlace = step.makes().contains(part);
        if (inPlace && part.column() != null && isChangedFromAbove(part.object(), part.column(), step)) {
            // Such a step does not know of the table's own default.
            reset.add(Part.ofDefault(part.object(), part.column()));
        }
        for (Part dependent : before.on(part)) {
            if (!taken.contains(dependent) && staysThere(dependent) && !letsGo(dependent, part)) {
                force(dependent, part, inPlace);
            } else if (dependent.columnDefault()
                    && (inPlace
                            ? isChangedAtOnce(dependent)
                            : isTakenWithType(dependent) || makesRoomForNamesake(part.object()))) {
                reset.add(dependent);
            } else if (dependent.column() == null && isReplacedOnline(dependent, step)) {
                replaced.add(dependent.object());
            }
        }
    }

    /** Whether an object that changes in place ceases to need what goes. */
    private boolean letsGo(Part dependent, Part needed) {
        if (dependent.object().kind() == Kind.EXTENSION && !made.contains(dependent)) {
            return !made.contains(needed) && isReleased(dependent, needed);
        }
        return (made.contains(dependent) && !made.contains(needed)) || departures.frees(dependent, needed);
    }

    private boolean isReleased(Part extension, Part needed) {
        Part additions = Later.additions(extension.object());
        return (taken.contains(additions) || made.contains(additions))
                && new ExtensionNeeds(from, to, extension.object())
                        .users(needed)
                        .isEmpty();
    }

    /** Whether another step makes the new object beside the old one, which it cannot do while what both need changes. */
    private boolean isReplacedOnline(Part part, Step step) {
        return !TypeReplacement.fits(part.object().kind())
                && replacements.getOrDefault(part, List.of()).stream().anyMatch(each -> !each.equals(step));
    }

    /** The steps that take and make a part, by the part. */
    private static Map<Part, List<Step>> replacements(Draft draft) {
        var replacements = new HashMap<Part, List<Step>>();
        for (Placed placed : draft.steps()) {
            Step step = placed.step();
            step.takes().stream()
                    .filter(step.makes()::contains)
                    .forEach(part -> replacements
                            .computeIfAbsent(part, key -> new ArrayList<>())
                            .add(step));
        }
        return replacements;
    }

    /** Whether a function goes and another of its name comes: calls in between could mean either. */
    private boolean makesRoomForNamesake(ObjectKey key) {
        return key.kind() == Kind.ROUTINE
                && to.all(Routine.class)
                        .map(Routine::key)
                        .anyMatch(other -> !from.objects().containsKey(other)
                                && Objects.equals(other.schema(), key.schema())
                                && other.name().equals(key.name()));
    }

    /** Whether a column changes with that of a table above, while another step makes another default of its own. */
    private boolean isChangedFromAbove(ObjectKey table, Identifier column, Step step) {
        return from.find(Table.class, table)
                .filter(below -> below.findColumn(column)
                        .filter(each -> each.generated() == null)
                        .isPresent())
                .filter(below -> below.inheritance().parents().stream()
                        .map(parent -> Part.ofColumn(ObjectKey.of(Kind.TABLE, parent), column))
                        .anyMatch(step.makes()::contains))
                .filter(below -> isChangedAtOnce(Part.ofDefault(table, column)))
                .isPresent();
    }

    /** Whether one step makes another default of the old one, although what both need changes in between. */
    private boolean isChangedAtOnce(Part value) {
        return replacements.getOrDefault(value, List.of()).stream()
                .anyMatch(each ->
                        each.takes().equals(Set.of(value)) && each.makes().equals(Set.of(value)));
    }

    /** Whether a default goes only when its column gets another type, which may be too late for what it needs. */
    private boolean isTakenWithType(Part value) {
        return value.column() != null
                && draft.steps().stream()
                        .map(Placed::step)
                        .anyMatch(each -> each.takes().contains(value)
                                && each.makes().contains(Part.ofColumn(value.object(), value.column())));
    }

    private boolean staysThere(Part part) {
        ObjectKey key = part.object();
        return from.objects().containsKey(key) && to.objects().containsKey(key);
    }

    private void force(Part dependent, Part needed, boolean inPlace) {
        ObjectKey key = dependent.object();
        if (dependent.columnDefault()) {
            reset.add(dependent);
        } else if (key.kind() == Kind.TABLE) {
            if (dependent.column() != null && isType(needed.object().kind())) {
                retyped.add(dependent);
            }
        } else if (key.kind() == Kind.INDEX || key.kind() == Kind.CONSTRAINT || key.kind() == Kind.STATISTICS) {
            if (!inPlace || needed.column() == null || !isCarriedOver(key)) {
                replaced.add(key);
            } else {
                rebuild(key);
            }
        } else if (key.kind() == Kind.PUBLICATION) {
            if (inPlace && needed.column() != null) {
                reset.add(dependent);
            }
        } else if (key.kind() == Kind.EXTENSION && !ExtensionNeeds.isOutside(needed)) {
            if (!inPlace || needed.column() == null) {
                throw new ExtensionNeeds(from, to, key).inTheWay(needed);
            }
        } else if (key.kind() != Kind.SEQUENCE) {
            replaced.add(key);
        }
    }

    /** PostgreSQL builds it again, but not whole. */
    private void rebuild(ObjectKey key) {
        var server = new Rebuilt(draft.context(), before);
        for (ObjectKey each : server.together(key)) {
            if (server.isLost(each)) {
                server.family(each).stream()
                        .filter(member -> staysThere(Part.of(member)))
                        .forEach(replaced::add);
            } else {
                rebuilt.add(each);
            }
        }
    }

    private static boolean isType(Kind kind) {
        return switch (kind) {
            case ENUM, DOMAIN, COMPOSITE_TYPE, RANGE_TYPE, BASE_TYPE, COLLATION -> true;
            default -> false;
        };
    }

    /** PostgreSQL builds indexes and constraints of a retyped column again, but compares keys of foreign ones on the way. */
    private boolean isCarriedOver(ObjectKey key) {
        return from.find(ForeignKey.class, key).isEmpty();
    }
}

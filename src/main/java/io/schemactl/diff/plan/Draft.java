package io.schemactl.diff.plan;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.DefaultPrivileges;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Part;
import io.schemactl.catalog.Sequence;
import io.schemactl.catalog.Table;
import io.schemactl.diff.Difference;
import io.schemactl.diff.PropertyChange;
import io.schemactl.diff.Statement;
import io.schemactl.diff.ddl.AttributesDdl;
import io.schemactl.diff.ddl.Commands;
import io.schemactl.diff.ddl.Context;
import io.schemactl.diff.ddl.ReleasedSequences;
import io.schemactl.diff.ddl.Step;
import io.schemactl.diff.ddl.TypeReplacement;
import io.schemactl.diff.ddl.Unmigratable;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All steps of a migration, not yet in order. */
final class Draft {

    private static final Set<String> ATTRIBUTES =
            Set.of("owner", "grants", "comment", "security-labels", "depends-on-extensions");

    private final Context context;
    private final Needs before;
    private final Apart apart;
    private final Departures departures;
    private final Belongings belongings;
    private final Map<ObjectKey, Difference> differences = new TreeMap<>();
    private final List<Placed> steps = new ArrayList<>();
    private final Set<ObjectKey> unalterable = new TreeSet<>();

    Draft(Context context, List<Difference> differences, Needs before) {
        this.context = context;
        this.before = before;
        this.apart = new Apart(context, before);
        this.departures = new Departures(context);
        this.belongings = before.belongings();
        differences.forEach(difference -> this.differences.put(difference.key(), difference));
        Set<ObjectKey> keys = new TreeSet<>(this.differences.keySet());
        differences.forEach(difference -> oldKey(difference).ifPresent(keys::add));
        keys.addAll(context.forced().replaced());
        keys.addAll(context.forced().rebuilt());
        context.forced().retyped().forEach(part -> keys.add(part.object()));
        context.forced().reset().forEach(part -> keys.add(part.object()));
        keys.forEach(this::draft);
        Set<Part> gone = goingWithTypes();
        steps.removeIf(placed -> placed.phase() == Placed.Phase.DROP && gone.contains(Part.of(placed.key())));
    }

    Context context() {
        return context;
    }

    List<Placed> steps() {
        return steps;
    }

    /** Objects that differ in what only a new object can have. */
    Set<ObjectKey> unalterable() {
        return unalterable;
    }

    /** What was not renamed before the migration is taken away and made again. */
    private static Optional<ObjectKey> oldKey(Difference difference) {
        if (!(difference instanceof Difference.Renamed renamed)) {
            return Optional.empty();
        }
        if (renamed.from() instanceof Table table && table.form() != Table.Form.FOREIGN) {
            throw new Unmigratable("table %s must be renamed to %s first, or would lose its rows"
                    .formatted(
                            table.name().display(),
                            new QualifiedName(
                                            table.name().schema(), renamed.key().name())
                                    .display()));
        }
        return Optional.of(renamed.from().key());
    }

    private void draft(ObjectKey key) {
        Optional<CatalogObject> from = find(context.from(), key);
        Optional<CatalogObject> to = find(context.to(), key);
        if (from.isPresent() && to.isPresent()) {
            if (context.forced().replaced().contains(key)) {
                replace(from.get(), to.get());
            } else if (context.forced().rebuilt().contains(key)) {
                restore(from.get(), to.get());
            } else {
                alter(from.get(), to.get());
            }
            return;
        }
        from.ifPresent(this::drop);
        to.ifPresent(this::create);
    }

    /** The functions that make and print a type's values can only go together with it. */
    private Set<Part> goingWithTypes() {
        return steps.stream()
                .filter(placed ->
                        placed.key().kind() == Kind.BASE_TYPE || placed.key().kind() == Kind.RANGE_TYPE)
                .flatMap(placed -> placed.step().takes().stream())
                .filter(part -> part.object().kind() == Kind.ROUTINE)
                .collect(Collectors.toSet());
    }

    private void drop(CatalogObject object) {
        if (isDroppedWithAnother(object) && !apart.contains(object)) {
            return;
        }
        List<Step> drops = Commands.about(object).drop(object, context);
        place(drops.stream().map(this::withParts).map(departures::first).toList(), object.key(), Placed.Phase.DROP);
    }

    /** A table or view takes its parts with it, and a column its sequences. */
    private boolean isDroppedWithAnother(CatalogObject object) {
        ObjectKey key = object.key();
        if (object instanceof DefaultPrivileges privileges && privileges.schema() != null) {
            return !context.stays(ObjectKey.of(Kind.SCHEMA, privileges.schema()));
        }
        if (key.relation() != null && key.schema() != null) {
            var relation = new QualifiedName(key.schema(), key.relation());
            return !isKept(Kind.TABLE, relation) && !isKept(Kind.VIEW, relation);
        }
        return object instanceof Sequence sequence
                && sequence.owner() != null
                && !isKept(sequence.owner().relation(), sequence.owner().column());
    }

    private boolean isKept(Kind kind, QualifiedName relation) {
        return context.stays(ObjectKey.of(kind, relation));
    }

    private boolean isKept(QualifiedName relation, Identifier column) {
        return isKept(Kind.TABLE, relation)
                && context.to()
                        .findTable(relation)
                        .flatMap(table -> table.findColumn(column))
                        .isPresent();
    }

    /** What goes with a table, view or column is taken by the same step. */
    private Step withParts(Step step) {
        Set<Part> takes = new HashSet<>(step.takes());
        for (Part taken : step.takes()) {
            takes.addAll(apart.below(taken));
            belongings.of(taken).stream()
                    .filter(object -> !apart.contains(object) && !ReleasedSequences.contains(object, context))
                    .map(object -> Part.of(object.key()))
                    .forEach(takes::add);
        }
        return new Step(step.statements(), step.makes(), takes, step.after());
    }

    private void create(CatalogObject object) {
        place(Commands.about(object).create(object, context), object.key(), Placed.Phase.CREATE);
        attributes(null, object, Set.of());
    }

    private void replace(CatalogObject from, CatalogObject to) {
        if (from instanceof Table table && table.form() != Table.Form.FOREIGN) {
            throw new Unmigratable("table %s would have to be dropped and created again, and would lose its rows"
                    .formatted(table.name().display()));
        }
        Set<Part> users = users(from.key());
        if (TypeReplacement.fits(from.key().kind()) && !users.isEmpty()) {
            place(new TypeReplacement(context).steps(from, to, holders(from.key())), to.key(), Placed.Phase.ALTER);
            attributes(null, to, Set.of());
            return;
        }
        drop(from);
        create(to);
    }

    /** The columns of tables and the types that have a type, those that go included. */
    private Set<Part> holders(ObjectKey type) {
        return before.on(Part.of(type)).stream()
                .filter(part -> TypeReplacement.fits(part.object().kind())
                        || (part.object().kind() == Kind.TABLE && part.column() != null && !part.columnDefault()))
                .collect(Collectors.toSet());
    }

    /** The columns and types that are converted when a type is replaced. */
    private Set<Part> users(ObjectKey type) {
        return before.on(Part.of(type)).stream()
                .filter(part -> context.forced().retyped().contains(part)
                        || (TypeReplacement.fits(part.object().kind())
                                && context.forced().replaced().contains(part.object())))
                .collect(Collectors.toSet());
    }

    /** Gives back what an object loses when a column gets another type. */
    private void restore(CatalogObject from, CatalogObject to) {
        var server = new Rebuilt(context, before);
        Set<Part> columns = server.columns(to.key());
        int earlier = steps.size();
        alter(server.left(from, to), to);
        steps.subList(earlier, steps.size()).replaceAll(placed -> placed.after(columns));
    }

    private void alter(CatalogObject from, CatalogObject to) {
        Set<Identifier> renewed = Set.of();
        if (!isAttributesOnly(to.key())) {
            Optional<List<Step>> altered = Commands.about(to).alter(from, to, context);
            if (altered.isEmpty()) {
                unalterable.add(to.key());
                return;
            }
            place(
                    altered.get().stream()
                            .map(this::withParts)
                            .map(departures::first)
                            .toList(),
                    to.key(),
                    Placed.Phase.ALTER);
            renewed = renewed(altered.get());
        }
        attributes(from, to, renewed);
    }

    /** Columns that are dropped and added again. */
    private static Set<Identifier> renewed(List<Step> steps) {
        return steps.stream()
                .flatMap(step ->
                        step.takes().stream().filter(part -> !step.makes().contains(part)))
                .filter(part -> !part.columnDefault() && part.column() != null)
                .map(Part::column)
                .collect(Collectors.toSet());
    }

    private boolean isAttributesOnly(ObjectKey key) {
        return differences.get(key) instanceof Difference.Changed changed
                && !context.forced().rebuilt().contains(key)
                && !changed.changes().isEmpty()
                && changed.changes().stream().allMatch(Draft::isAttribute)
                && context.forced().retyped().stream()
                        .noneMatch(part -> part.object().equals(key))
                && context.forced().reset().stream()
                        .noneMatch(part -> part.object().equals(key));
    }

    private static boolean isAttribute(PropertyChange change) {
        return ATTRIBUTES.contains(change.path().get(0))
                || (change.path().size() == 3
                        && change.path().get(0).equals("columns")
                        && ATTRIBUTES.contains(change.path().get(2)));
    }

    private void attributes(@Nullable CatalogObject from, CatalogObject to, Set<Identifier> renewed) {
        List<Statement> statements =
                new AttributesDdl(Commands.about(to).name(to), to, context).statements(from, renewed);
        if (!statements.isEmpty()) {
            Set<Part> after = new HashSet<>(Set.of(Part.of(to.key())));
            to.attributes().extensions().forEach(name -> after.add(Part.of(ObjectKey.of(Kind.EXTENSION, name))));
            if (to instanceof io.schemactl.catalog.Relation relation) {
                relation.columns().forEach(column -> after.add(Part.ofColumn(to.key(), column.name())));
            }
            if (to instanceof Sequence sequence && sequence.owner() != null) {
                after.add(ownership(ObjectKey.of(Kind.TABLE, sequence.owner().relation())));
            }
            place(
                    List.of(new Step(statements, Set.of(ownership(to.key())), Set.of(), after)),
                    to.key(),
                    from == null ? Placed.Phase.CREATE : Placed.Phase.ALTER);
        }
    }

    /** What stands for whose an object is; a column's sequence becomes the same role's, which changes its grants. */
    private static Part ownership(ObjectKey key) {
        return new Part(key, new Identifier("\u0001owner"), true);
    }

    private void place(List<Step> added, ObjectKey key, Placed.Phase phase) {
        added.forEach(step -> steps.add(new Placed(step, key, phase, steps.size())));
    }

    private static Optional<CatalogObject> find(Catalog catalog, ObjectKey key) {
        return Optional.ofNullable(catalog.objects().get(key));
    }
}

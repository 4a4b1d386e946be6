package io.schemactl.task;

import io.schemactl.catalog.Attributes;
import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.Column;
import io.schemactl.catalog.CompositeType;
import io.schemactl.catalog.Dependencies;
import io.schemactl.catalog.Domain;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Options;
import io.schemactl.catalog.Reading;
import io.schemactl.catalog.Relation;
import io.schemactl.catalog.Table;
import io.schemactl.catalog.Trigger;
import io.schemactl.catalog.View;
import io.schemactl.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a migration leads to: what the second side says, as far as it counts; what does not count stays as it is.
 *
 * @param filter which objects count
 * @param ignored which of their properties do not count
 * @param namesOwner whether new objects are given to the first side's main owner by name
 */
record Goal(CatalogFilter filter, Set<DiffRequest.Ignored> ignored, boolean namesOwner) {

    /** The goal for a database that is as the first reading says. */
    Reading of(Reading is, Reading to) {
        var objects = new TreeMap<>(is.catalog().objects());
        objects.keySet().removeAll(filter.apply(is.catalog()).objects().keySet());
        var owners = new Owners(to.catalog().owner(), namesOwner ? is.catalog().owner() : null);
        filter.apply(to.catalog())
                .objects()
                .forEach((key, object) ->
                        objects.put(key, merged(is.catalog().objects().get(key), object, owners)));
        objects.keySet().removeIf(key -> isWhollyIgnored(key.kind()));
        is.catalog().objects().values().stream()
                .filter(object -> isWhollyIgnored(object.key().kind()))
                .forEach(object -> objects.put(object.key(), object));
        return new Reading(new Catalog(objects, owners.to()), dependencies(is, to), to.unseen(), is.majorVersion());
    }

    private boolean isWhollyIgnored(Kind kind) {
        return ignored.stream().anyMatch(each -> each.isWhole(kind));
    }

    /** What is there, as far as owners are named. */
    Reading origin(Reading is) {
        return namesOwner ? is : withoutMainOwner(is);
    }

    /** What a migration came to, as far as grants of new objects count: default privileges give them some. */
    Reading counting(Reading result, Reading before) {
        if (!ignored.contains(DiffRequest.Ignored.GRANTS)) {
            return result;
        }
        var objects = new TreeMap<>(result.catalog().objects());
        objects.replaceAll((key, object) ->
                before.catalog().objects().containsKey(key) ? object : object.with(withoutGrants(object.attributes())));
        return new Reading(
                new Catalog(objects, result.catalog().owner()),
                result.dependencies(),
                result.unseen(),
                result.majorVersion());
    }

    private static Attributes withoutGrants(Attributes attributes) {
        return new Attributes(
                attributes.owner(), null, attributes.comment(), attributes.labels(), attributes.extensions());
    }

    /** The same goal, whoever the first side's main owner is. */
    Goal withoutNames() {
        return new Goal(filter, ignored, false);
    }

    /** A reading in which nothing is said of who owns what the main owner owns. */
    static Reading withoutMainOwner(Reading is) {
        var owners = new Owners(is.catalog().owner(), null);
        var objects = new TreeMap<>(is.catalog().objects());
        objects.replaceAll((key, object) -> owned(object, owners));
        return new Reading(new Catalog(objects, null), is.dependencies(), is.unseen(), is.majorVersion());
    }

    private static CatalogObject owned(CatalogObject object, Owners owners) {
        Attributes attributes = object.attributes();
        return object.with(new Attributes(
                owners.of(attributes.owner()),
                attributes.grants(),
                attributes.comment(),
                attributes.labels(),
                attributes.extensions()));
    }

    /** A main owner, and what it is called where the migration runs. */
    private record Owners(
            @Nullable Identifier from, @Nullable Identifier to) {
        @Nullable
        Identifier of(@Nullable Identifier owner) {
            return owner != null && owner.equals(from) ? to : owner;
        }
    }

    /** What is only there on the first side needs what it needs there. */
    private static Dependencies dependencies(Reading is, Reading to) {
        var edges = new ArrayList<Dependencies.Edge>();
        to.dependencies()
                .needs()
                .forEach((part, needed) -> needed.forEach(each -> edges.add(new Dependencies.Edge(part, each))));
        Set<ObjectKey> known = to.catalog().objects().keySet();
        is.dependencies().needs().forEach((part, needed) -> {
            if (!known.contains(part.object())) {
                needed.forEach(each -> edges.add(new Dependencies.Edge(part, each)));
            }
        });
        return Dependencies.of(edges);
    }

    private CatalogObject merged(@Nullable CatalogObject is, CatalogObject to, Owners owners) {
        Attributes old = is == null ? Attributes.none() : is.attributes();
        CatalogObject merged = withComments(is, withColumns(is, to)).with(merged(old, to.attributes()));
        return ignored.contains(DiffRequest.Ignored.OWNER) ? merged : owned(merged, owners);
    }

    private Attributes merged(Attributes is, Attributes to) {
        return new Attributes(
                ignored.contains(DiffRequest.Ignored.OWNER) ? is.owner() : to.owner(),
                ignored.contains(DiffRequest.Ignored.GRANTS) ? is.grants() : to.grants(),
                ignored.contains(DiffRequest.Ignored.COMMENTS) ? is.comment() : to.comment(),
                ignored.contains(DiffRequest.Ignored.LABELS) ? is.labels() : to.labels(),
                to.extensions());
    }

    private CatalogObject withColumns(@Nullable CatalogObject is, CatalogObject to) {
        if (ignored.isEmpty()) {
            return to;
        }
        List<Column> old = columns(is);
        return with(to, columns(to).stream().map(column -> merged(old, column)).toList());
    }

    /** The comments on constraints that belong to other objects. */
    private CatalogObject withComments(@Nullable CatalogObject is, CatalogObject to) {
        if (!ignored.contains(DiffRequest.Ignored.COMMENTS)) {
            return to;
        }
        if (to instanceof Trigger trigger) {
            return trigger.withConstraintComment(is instanceof Trigger old ? old.constraintComment() : null);
        }
        return to instanceof Domain domain ? domain.withCommentsOf(is instanceof Domain old ? old : null) : to;
    }

    /** A reading without security labels, which a shadow, that lacks their provider, could not have. */
    static Reading withoutLabels(Reading reading) {
        var objects = new TreeMap<>(reading.catalog().objects());
        objects.replaceAll((key, object) -> with(
                        object, columns(object).stream().map(Goal::unlabelled).toList())
                .with(unlabelled(object.attributes())));
        return new Reading(
                new Catalog(objects, reading.catalog().owner()),
                reading.dependencies(),
                reading.unseen(),
                reading.majorVersion());
    }

    private static Column unlabelled(Column column) {
        return with(column, unlabelled(column.attributes()));
    }

    private static Attributes unlabelled(Attributes attributes) {
        return new Attributes(
                attributes.owner(), attributes.grants(), attributes.comment(), Options.none(), attributes.extensions());
    }

    private static CatalogObject with(CatalogObject to, List<Column> columns) {
        if (to instanceof Table table) {
            return new Table(
                    table.name(),
                    table.form(),
                    table.persistence(),
                    columns,
                    table.storage(),
                    table.rowSecurity(),
                    table.replicaIdentity(),
                    table.inheritance(),
                    table.foreign(),
                    table.ofType(),
                    table.attributes());
        }
        if (to instanceof View view) {
            return new View(
                    view.name(),
                    view.materialized(),
                    view.populated(),
                    view.options(),
                    view.tablespace(),
                    view.accessMethod(),
                    view.replicaIdentity(),
                    columns,
                    view.definition(),
                    view.attributes());
        }
        return to instanceof CompositeType type ? new CompositeType(type.name(), columns, type.attributes()) : to;
    }

    private Column merged(List<Column> old, Column to) {
        Optional<Column> is =
                old.stream().filter(column -> column.name().equals(to.name())).findFirst();
        return with(to, merged(is.map(Column::attributes).orElse(Attributes.none()), to.attributes()));
    }

    private static Column with(Column column, Attributes attributes) {
        return new Column(
                column.name(),
                column.type(),
                column.collation(),
                column.notNull(),
                column.defaultExpression(),
                column.identity(),
                column.generated(),
                column.storage(),
                column.inherited(),
                attributes);
    }

    private static List<Column> columns(@Nullable CatalogObject object) {
        if (object instanceof Relation relation) {
            return relation.columns();
        }
        return object instanceof CompositeType type ? type.columns() : List.of();
    }
}

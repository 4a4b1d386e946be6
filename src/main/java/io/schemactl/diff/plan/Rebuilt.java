package io.schemactl.diff.plan;

import io.schemactl.catalog.Attributes;
import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.Constraint;
import io.schemactl.catalog.ExclusionConstraint;
import io.schemactl.catalog.Index;
import io.schemactl.catalog.IndexKey;
import io.schemactl.catalog.KeyConstraint;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Part;
import io.schemactl.catalog.Statistics;
import io.schemactl.catalog.Table;
import io.schemactl.diff.ddl.Context;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL itself builds again when a column gets another type, and what of it is lost then. */
final class Rebuilt {

    private final Context context;
    private final Needs before;

    Rebuilt(Context context, Needs before) {
        this.context = context;
        this.before = before;
    }

    /** Whether an index of a partition comes back with its table but not as it was: its name is chosen anew. */
    boolean isLost(ObjectKey key) {
        return context.from()
                .find(Index.class, key)
                .filter(index -> index.parent() != null)
                .filter(index -> !isNamedByServer(index) || index.storage().clustered() || isReplicaIdentity(index))
                .isPresent();
    }

    /** The names that PostgreSQL gives: those of the table and the columns, unless they are long, taken or of an expression. */
    private static boolean isNamedByServer(Index index) {
        boolean primary = index.constraint() != null && index.name().name().endsWith("_pkey");
        Stream<Identifier> columns =
                Stream.concat(index.keys().stream().map(IndexKey::column), index.include().stream());
        String middle = primary
                ? ""
                : "_"
                        + columns.map(column -> column == null ? "?" : column.name())
                                .collect(Collectors.joining("_"));
        String end = primary ? "_pkey" : index.constraint() != null ? "_key" : "_idx";
        return index.name().name().equals(index.relation().name().name() + middle + end);
    }

    private boolean isReplicaIdentity(Index index) {
        return context.from()
                .findTable(index.relation())
                .map(Table::replicaIdentity)
                .filter(identity -> index.name().equals(identity.index()))
                .isPresent();
    }

    /** The partitioned index or its constraint that an index belongs to, and all that are attached below that one. */
    Set<ObjectKey> family(ObjectKey key) {
        Index top = context.from().find(Index.class, key).orElseThrow();
        Optional<Index> above = findParent(top);
        while (above.isPresent()) {
            top = above.get();
            above = findParent(top);
        }
        QualifiedName name = top.qualifiedName();
        return context.from().objects().values().stream()
                .filter(object -> object instanceof Index index && isBelow(index, name))
                .map(object -> owner((Index) object))
                .collect(Collectors.toSet());
    }

    private boolean isBelow(Index index, QualifiedName top) {
        return index.qualifiedName().equals(top)
                || findParent(index).filter(parent -> isBelow(parent, top)).isPresent();
    }

    private Optional<Index> findParent(Index index) {
        return index.parent() == null
                ? Optional.empty()
                : context.from().relationships().indexes(index.parent()).stream()
                        .findFirst();
    }

    private static ObjectKey owner(Index index) {
        return index.constraint() == null
                ? index.key()
                : ObjectKey.ofPart(Kind.CONSTRAINT, index.relation(), index.constraint());
    }

    /** The columns whose change of type builds an object again. */
    Set<Part> columns(ObjectKey key) {
        return Stream.concat(Stream.of(key), constraint(key).stream())
                .flatMap(each -> before.of(Part.of(each)).stream())
                .filter(part -> part.column() != null && !part.columnDefault())
                .collect(Collectors.toSet());
    }

    private Optional<ObjectKey> constraint(ObjectKey key) {
        return context.from()
                .find(Index.class, key)
                .filter(index -> index.constraint() != null)
                .map(Rebuilt::owner);
    }

    /** The objects that are built again as one: a constraint and its index. */
    Set<ObjectKey> together(ObjectKey key) {
        QualifiedName relation = new QualifiedName(
                Objects.requireNonNull(key.schema()), key.relation() == null ? key.name() : key.relation());
        return Stream.concat(
                        Stream.of(key),
                        key.kind() == Kind.CONSTRAINT
                                ? Stream.of(ObjectKey.ofPart(Kind.INDEX, relation, key.name()))
                                : Stream.empty())
                .filter(each -> context.from().objects().containsKey(each)
                        && context.to().objects().containsKey(each))
                .collect(Collectors.toSet());
    }

    /** What is left of an object then, where what it shall have says what matters. */
    CatalogObject left(CatalogObject from, CatalogObject to) {
        if (from instanceof Statistics statistics) {
            return left(statistics);
        }
        if (from instanceof Index index) {
            return left(index, to);
        }
        return from instanceof Constraint constraint ? left(constraint) : from;
    }

    /** A constraint of a partition loses its comment, and the triggers that check a deferrable one are others. */
    private static CatalogObject left(Constraint constraint) {
        CatalogObject left = constraint;
        if (constraint instanceof KeyConstraint key) {
            left = key.with(key.standing().withNewTriggers());
        } else if (constraint instanceof ExclusionConstraint exclusion) {
            left = exclusion.with(exclusion.standing().withNewTriggers());
        }
        return constraint.standing().inherited() ? left.with(without(left.attributes(), null)) : left;
    }

    /** Whoever migrates becomes the owner. */
    private CatalogObject left(Statistics statistics) {
        Identifier creator =
                context.mode().namesOwners() ? null : context.from().owner();
        return new Statistics(
                statistics.name(),
                statistics.relation(),
                statistics.types(),
                statistics.columns(),
                statistics.expressions(),
                null,
                statistics.attributes().ownedBy(creator));
    }

    /** Whether a partition's index gets the comment of the partitioned one depends on the version: its own is said anyway. */
    private CatalogObject left(Index index, CatalogObject to) {
        List<IndexKey> keys = index.keys().stream().map(Rebuilt::left).toList();
        Optional<String> above =
                findParent(index).map(parent -> parent.attributes().comment());
        boolean isCommented = to.attributes().comment() != null;
        String comment =
                index.parent() == null ? index.attributes().comment() : isCommented ? null : above.orElse(null);
        return new Index(
                index.relation(),
                index.name(),
                index.method(),
                keys,
                index.include(),
                index.predicate(),
                index.uniqueness(),
                index.state(),
                index.storage(),
                index.constraint(),
                index.parent(),
                index.definition(),
                without(index.attributes(), comment));
    }

    private static IndexKey left(IndexKey key) {
        return new IndexKey(
                key.column(),
                key.expression(),
                key.operatorClass(),
                key.collation(),
                key.descending(),
                key.nullsFirst(),
                null);
    }

    private static Attributes without(Attributes attributes, @Nullable String comment) {
        return Attributes.of(attributes.owner(), attributes.grants(), comment, attributes.labels(), List.of());
    }
}

package io.schemactl.catalog;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes aspects away from catalogs, so that catalogs that differ only in those become equal. */
public final class Abstraction {

    /** The kinds that are nothing but an aspect. */
    private static final Map<Kind, Aspect> WHOLE = Map.of(
            Kind.DEFAULT_PRIVILEGES, Aspect.GRANTS,
            Kind.STATISTICS, Aspect.STATISTICS,
            Kind.PUBLICATION, Aspect.PUBLICATIONS,
            Kind.SUBSCRIPTION, Aspect.SUBSCRIPTIONS);

    /** Storage parameters in the definition of an index, which come after its keys. */
    private static final Pattern PARAMETERS = Pattern.compile("^(.*) WITH \\((?:\\w+='?[^',)]*'?(?:, )?)+\\)");

    private final Set<Aspect> ignored;

    private final Map<Class<?>, UnaryOperator<CatalogObject>> byType = Map.of(
            Table.class, object -> table((Table) object),
            View.class, object -> view((View) object),
            Domain.class, object -> domain((Domain) object),
            CompositeType.class, object -> compositeType((CompositeType) object),
            Index.class, object -> index((Index) object),
            Extension.class, object -> extension((Extension) object));

    private Abstraction(Collection<Aspect> ignored) {
        this.ignored = EnumSet.noneOf(Aspect.class);
        this.ignored.addAll(ignored);
    }

    /** A catalog without some aspects of its objects. */
    public static Catalog without(Collection<Aspect> aspects, Catalog catalog) {
        var abstraction = new Abstraction(aspects);
        List<CatalogObject> objects = catalog.objects().values().stream()
                .filter(object -> !abstraction.ignores(WHOLE.get(object.key().kind())))
                .map(abstraction::strip)
                .toList();
        return Catalog.of(objects).ownedBy(abstraction.ignores(Aspect.OWNER) ? null : catalog.owner());
    }

    private boolean ignores(@Nullable Aspect aspect) {
        return aspect != null && ignored.contains(aspect);
    }

    private CatalogObject strip(CatalogObject object) {
        return byType.getOrDefault(object.getClass(), UnaryOperator.identity())
                .apply(object.with(attributes(object.attributes())));
    }

    private Attributes attributes(Attributes attributes) {
        return new Attributes(
                ignores(Aspect.OWNER) ? null : attributes.owner(),
                ignores(Aspect.GRANTS) ? null : attributes.grants(),
                ignores(Aspect.COMMENTS) ? null : attributes.comment(),
                ignores(Aspect.LABELS) ? Options.none() : attributes.labels(),
                attributes.extensions());
    }

    private Table table(Table table) {
        Table.Storage storage = table.storage();
        List<Column> columns = columns(table.columns());
        if (ignores(Aspect.COLUMN_ORDER)) {
            columns =
                    columns.stream().sorted(Comparator.comparing(Column::name)).toList();
        }
        return new Table(
                table.name(),
                table.form(),
                table.persistence(),
                columns,
                new Table.Storage(
                        options(storage.options()),
                        ignores(Aspect.TABLESPACE) ? null : storage.tablespace(),
                        ignores(Aspect.STORAGE) ? null : storage.accessMethod()),
                table.rowSecurity(),
                table.replicaIdentity(),
                table.inheritance(),
                table.foreign(),
                table.ofType(),
                table.attributes());
    }

    private View view(View view) {
        return new View(
                view.name(),
                view.materialized(),
                view.populated(),
                view.materialized() ? options(view.options()) : view.options(),
                ignores(Aspect.TABLESPACE) ? null : view.tablespace(),
                ignores(Aspect.STORAGE) ? null : view.accessMethod(),
                view.replicaIdentity(),
                columns(view.columns()),
                view.definition(),
                view.attributes());
    }

    private Domain domain(Domain domain) {
        return new Domain(
                domain.name(),
                domain.type(),
                domain.collation(),
                domain.notNull(),
                notNull(domain.notNullConstraint()),
                domain.defaultExpression(),
                domain.checks().stream().map(this::check).toList(),
                domain.attributes());
    }

    private Domain.@Nullable NotNull notNull(Domain.@Nullable NotNull constraint) {
        if (constraint == null || !ignores(Aspect.COMMENTS)) {
            return constraint;
        }
        return constraint.name() == null ? null : new Domain.NotNull(constraint.name(), null);
    }

    private Domain.Check check(Domain.Check check) {
        return ignores(Aspect.COMMENTS)
                ? new Domain.Check(check.name(), check.expression(), check.validated(), null)
                : check;
    }

    private CompositeType compositeType(CompositeType type) {
        return new CompositeType(type.name(), columns(type.columns()), type.attributes());
    }

    private Index index(Index index) {
        Index.Storage storage = index.storage();
        return new Index(
                index.relation(),
                index.name(),
                index.method(),
                index.keys().stream().map(this::indexKey).toList(),
                index.include(),
                index.predicate(),
                index.uniqueness(),
                index.state(),
                new Index.Storage(
                        options(storage.options()),
                        ignores(Aspect.TABLESPACE) ? null : storage.tablespace(),
                        storage.clustered()),
                index.constraint(),
                index.parent(),
                ignores(Aspect.STORAGE) && !storage.options().isEmpty()
                        ? PARAMETERS.matcher(index.definition()).replaceFirst("$1")
                        : index.definition(),
                index.attributes());
    }

    private IndexKey indexKey(IndexKey key) {
        return ignores(Aspect.STATISTICS)
                ? new IndexKey(
                        key.column(),
                        key.expression(),
                        key.operatorClass(),
                        key.collation(),
                        key.descending(),
                        key.nullsFirst(),
                        null)
                : key;
    }

    private Extension extension(Extension extension) {
        boolean anyVersion = ignores(Aspect.EXTENSION_VERSION);
        var parts = new TreeMap<>(extension.parts().values());
        parts.keySet()
                .removeIf(name -> anyVersion
                        || (ignores(Aspect.GRANTS) && name.startsWith("PRIVILEGES "))
                        || (ignores(Aspect.COMMENTS) && name.startsWith("COMMENT ")));
        return new Extension(
                extension.name(),
                extension.schema(),
                anyVersion ? null : extension.version(),
                new Options(parts),
                extension.attributes());
    }

    private Options options(Options options) {
        return ignores(Aspect.STORAGE) ? Options.none() : options;
    }

    private List<Column> columns(List<Column> columns) {
        return columns.stream().map(this::column).toList();
    }

    private Column column(Column column) {
        return new Column(
                column.name(),
                column.type(),
                column.collation(),
                column.notNull(),
                column.defaultExpression(),
                column.identity(),
                column.generated(),
                storage(column.storage()),
                column.inherited(),
                attributes(column.attributes()));
    }

    private Column.Storage storage(Column.Storage storage) {
        boolean physical = !ignores(Aspect.STORAGE);
        return new Column.Storage(
                physical ? storage.strategy() : null,
                physical ? storage.compression() : null,
                ignores(Aspect.STATISTICS) ? null : storage.statistics(),
                storage.options(),
                storage.foreignOptions());
    }
}

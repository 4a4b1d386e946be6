package io.schemactl.catalog.read;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.Column;
import io.schemactl.catalog.Database;
import io.schemactl.catalog.Dependencies;
import io.schemactl.catalog.Domain;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Options;
import io.schemactl.catalog.Publication;
import io.schemactl.catalog.Reading;
import io.schemactl.catalog.Relation;
import io.schemactl.catalog.Sequence;
import io.schemactl.catalog.Statistics;
import io.schemactl.catalog.Table;
import io.schemactl.catalog.TextSearchConfiguration;
import io.schemactl.catalog.Unseen;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a database's catalog with a fixed number of queries, whatever the number of objects. */
public final class CatalogReader {

    static final Query<String> KEYWORDS = Query.of("keywords", row -> row.text("word"));
    static final Query<Identifier> DATABASE_OWNER = Query.of("owner", row -> row.identifier("owner"));

    private final Source source;
    private final Scope scope;

    CatalogReader(Source source, Scope scope) {
        this.source = source;
        this.scope = scope;
    }

    /**
     * Reads a catalog in a transaction of its own, and leaves the session as it was.
     *
     * @throws io.schemactl.problem.ProblemException if the server refuses or the connection is lost
     * @throws IllegalStateException if the connection is not in autocommit mode
     */
    public static Catalog read(Connection connection, Scope scope) {
        try (CatalogSession session = CatalogSession.open(connection)) {
            return session.read(scope);
        }
    }

    Catalog read() throws SQLException {
        return source.asking(Asked.ofCatalog(source.major()), this::catalog);
    }

    /** The catalog, what in it needs what, and what the catalog has no room for. */
    Reading readAll() throws SQLException {
        Found found = source.asking(
                Asked.ofReading(source.major()),
                () -> Found.of(run(Link.QUERY), this::catalog, () -> run(Coverage.LONERS)));
        Wholes wholes = found.wholes();
        Dependencies dependencies =
                new DependencyMapper(found.catalog(), source.addresses(), wholes, source.major()).map(found.links());
        List<Unseen> unseen = Coverage.unseen(source, wholes, found.links(), found.loners());
        return new Reading(found.catalog(), dependencies, unseen, source.major());
    }

    /** What the server says, in the order in which it was asked. */
    private record Found(List<Link> links, Wholes wholes, Catalog catalog, List<Address> loners) {

        /** Works on what is there already while the server says the rest. */
        static Found of(List<Link> links, Source.Work<Catalog> catalog, Source.Work<List<Address>> loners)
                throws SQLException {
            return new Found(links, new Wholes(links), catalog.run(), loners.run());
        }
    }

    private Catalog catalog() throws SQLException {
        source.readAnnotations();
        var objects = new ArrayList<CatalogObject>();
        for (Query<? extends CatalogObject> query : SingleQueries.ALL) {
            objects.addAll(run(query));
        }
        objects.removeIf(object -> object instanceof Database database && database.isPlain());
        readExtensions(objects);
        readDomains(objects);
        readRelations(objects);
        readRoutines(objects);
        readConstraints(objects);
        Set<String> keywords = Set.copyOf(run(KEYWORDS));
        readIndexes(objects, keywords);
        readOperatorClasses(objects);
        readTextSearchConfigurations(objects);
        readPublications(objects);
        return Catalog.of(inScope(RowAliases.shortened(objects, keywords))).ownedBy(mainOwner(objects));
    }

    private Identifier mainOwner(List<CatalogObject> objects) throws SQLException {
        return objects.stream()
                .filter(object -> object instanceof Table table && scope.isHistory(table.name()))
                .flatMap(table -> Stream.ofNullable(table.attributes().owner()))
                .findFirst()
                .orElse(source.run(DATABASE_OWNER).get(0));
    }

    private void readExtensions(List<CatalogObject> objects) throws SQLException {
        Map<Identifier, List<ExtensionPartRows>> parts =
                group(run(ExtensionPartRows.QUERY), ExtensionPartRows::extension, Function.identity());
        objects.addAll(run(ExtensionRows.query(parts)));
    }

    private void readDomains(List<CatalogObject> objects) throws SQLException {
        Map<QualifiedName, List<Domain.Check>> checks =
                group(run(DomainCheckRows.QUERY), DomainCheckRows::domain, DomainCheckRows::check);
        objects.addAll(run(DomainRows.query(checks)));
    }

    private void readRelations(List<CatalogObject> objects) throws SQLException {
        Map<QualifiedName, List<Column>> columns =
                group(run(ColumnRows.QUERY), ColumnRows::relation, ColumnRows::column);
        objects.addAll(run(TableRows.query(columns)));
        objects.addAll(run(ViewRows.query(columns)));
        objects.addAll(run(CompositeTypeRows.query(columns)));
    }

    private void readRoutines(List<CatalogObject> objects) throws SQLException {
        Map<ObjectKey, Options> aggregates = run(AggregateRows.QUERY).stream()
                .collect(Collectors.toMap(AggregateRows::key, AggregateRows::properties));
        objects.addAll(run(RoutineRows.query(aggregates)));
    }

    private void readConstraints(List<CatalogObject> objects) throws SQLException {
        objects.addAll(run(KeyConstraintRows.QUERY));
        objects.addAll(run(ForeignKeyRows.QUERY));
        objects.addAll(run(CheckRows.QUERY));
        objects.addAll(run(ExclusionRows.QUERY));
        if (source.major() >= NotNullRows.SINCE) {
            objects.addAll(run(NotNullRows.QUERY));
        }
    }

    private void readIndexes(List<CatalogObject> objects, Set<String> keywords) throws SQLException {
        Map<QualifiedName, List<IndexKeyRows>> keys =
                group(run(IndexKeyRows.QUERY), IndexKeyRows::index, Function.identity());
        objects.addAll(run(IndexRows.query(keys, keywords)));
    }

    private void readOperatorClasses(List<CatalogObject> objects) throws SQLException {
        Members members = Members.of(run(OperatorMemberRows.QUERY), run(FunctionMemberRows.QUERY));
        objects.addAll(run(OperatorFamilyRows.query(members)));
        objects.addAll(run(OperatorClassRows.query(members)));
    }

    private void readTextSearchConfigurations(List<CatalogObject> objects) throws SQLException {
        Map<QualifiedName, List<TextSearchConfiguration.Mapping>> mappings = group(
                run(TextSearchMappingRows.QUERY), TextSearchMappingRows::configuration, TextSearchMappingRows::mapping);
        objects.addAll(run(TextSearchConfigurationRows.query(mappings)));
    }

    private void readPublications(List<CatalogObject> objects) throws SQLException {
        Map<Identifier, List<Publication.PublishedTable>> tables =
                group(run(PublishedTableRows.QUERY), PublishedTableRows::publication, PublishedTableRows::table);
        objects.addAll(run(PublicationRows.query(tables)));
    }

    private <T> List<T> run(Query<T> query) throws SQLException {
        return source.run(query);
    }

    private static <R, K, V> Map<K, List<V>> group(List<R> rows, Function<R, K> key, Function<R, V> value) {
        return rows.stream().collect(Collectors.groupingBy(key, Collectors.mapping(value, Collectors.toList())));
    }

    /** Objects of relations that are excluded, or that belong to an extension, are left out with them. */
    private List<CatalogObject> inScope(List<CatalogObject> objects) {
        Set<QualifiedName> relations = objects.stream()
                .filter(Relation.class::isInstance)
                .map(object -> ((Relation) object).name())
                .filter(scope::holds)
                .collect(Collectors.toSet());
        return objects.stream()
                .filter(object -> scope.holds(object.key()))
                .filter(object -> relationOf(object).map(relations::contains).orElse(true))
                .toList();
    }

    private static Optional<QualifiedName> relationOf(CatalogObject object) {
        if (object instanceof Relation relation) {
            return Optional.of(relation.name());
        }
        if (object instanceof Sequence sequence) {
            return Optional.ofNullable(sequence.owner()).map(Sequence.Owner::relation);
        }
        if (object instanceof Statistics statistics) {
            return Optional.of(statistics.relation());
        }
        ObjectKey key = object.key();
        return key.schema() == null || key.relation() == null
                ? Optional.empty()
                : Optional.of(new QualifiedName(key.schema(), key.relation()));
    }
}

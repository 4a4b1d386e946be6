package io.schemactl.catalog.read;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The queries of a reading in the order in which their rows are taken. */
final class Asked {

    /** They say what all objects have, or are wanted by the objects. */
    private static final List<Query<?>> FIRST = List.of(Annotations.Granted.QUERY, Annotations.Note.QUERY);

    private static final List<Query<?>> REST = List.of(
            ExtensionPartRows.QUERY,
            ExtensionRows.query(Map.of()),
            DomainCheckRows.QUERY,
            DomainRows.query(Map.of()),
            ColumnRows.QUERY,
            TableRows.query(Map.of()),
            ViewRows.query(Map.of()),
            CompositeTypeRows.query(Map.of()),
            AggregateRows.QUERY,
            RoutineRows.query(Map.of()),
            KeyConstraintRows.QUERY,
            ForeignKeyRows.QUERY,
            CheckRows.QUERY,
            ExclusionRows.QUERY,
            NotNullRows.QUERY,
            CatalogReader.KEYWORDS,
            IndexKeyRows.QUERY,
            IndexRows.QUERY,
            OperatorMemberRows.QUERY,
            FunctionMemberRows.QUERY,
            OperatorFamilyRows.query(Members.NONE),
            OperatorClassRows.query(Members.NONE),
            TextSearchMappingRows.QUERY,
            TextSearchConfigurationRows.query(Map.of()),
            PublishedTableRows.QUERY,
            PublicationRows.query(Map.of()),
            CatalogReader.DATABASE_OWNER);

    private Asked() {}

    /** What a catalog comes from. */
    static List<Query<?>> ofCatalog(int major) {
        return join(Stream.of(FIRST, SingleQueries.ALL, REST), major);
    }

    /** What a catalog, its dependencies and what it does not hold come from. */
    static List<Query<?>> ofReading(int major) {
        return join(Stream.of(List.of(Link.QUERY), FIRST, SingleQueries.ALL, REST, List.of(Coverage.LONERS)), major);
    }

    private static List<Query<?>> join(Stream<List<? extends Query<?>>> parts, int major) {
        return parts.<Query<?>>flatMap(List::stream)
                .filter(query -> major >= NotNullRows.SINCE || !query.equals(NotNullRows.QUERY))
                .toList();
    }
}

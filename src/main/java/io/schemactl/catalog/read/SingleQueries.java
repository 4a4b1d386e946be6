package io.schemactl.catalog.read;

import io.schemactl.catalog.CatalogObject;
import java.util.List;

/** The kinds that one query tells everything about. */
final class SingleQueries {

    static final List<Query<? extends CatalogObject>> ALL = List.of(
            SchemaRows.QUERY,
            LanguageRows.QUERY,
            AccessMethodRows.QUERY,
            CollationRows.QUERY,
            EnumRows.QUERY,
            RangeTypeRows.QUERY,
            BaseTypeRows.QUERY,
            OperatorRows.QUERY,
            CastRows.QUERY,
            TransformRows.QUERY,
            ConversionRows.QUERY,
            TextSearchParserRows.QUERY,
            TextSearchTemplateRows.QUERY,
            TextSearchDictionaryRows.QUERY,
            SequenceRows.QUERY,
            TriggerRows.QUERY,
            PolicyRows.QUERY,
            RuleRows.QUERY,
            ForeignDataWrapperRows.QUERY,
            ServerRows.QUERY,
            UserMappingRows.QUERY,
            StatisticsRows.QUERY,
            EventTriggerRows.QUERY,
            SubscriptionRows.QUERY,
            DefaultPrivilegesRows.QUERY,
            DatabaseRows.QUERY);

    private SingleQueries() {}
}

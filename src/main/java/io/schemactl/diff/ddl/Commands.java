package io.schemactl.diff.ddl;

import io.schemactl.catalog.AccessMethod;
import io.schemactl.catalog.BaseType;
import io.schemactl.catalog.Cast;
import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.CheckConstraint;
import io.schemactl.catalog.Collation;
import io.schemactl.catalog.CompositeType;
import io.schemactl.catalog.Conversion;
import io.schemactl.catalog.Database;
import io.schemactl.catalog.DefaultPrivileges;
import io.schemactl.catalog.Domain;
import io.schemactl.catalog.EnumType;
import io.schemactl.catalog.EventTrigger;
import io.schemactl.catalog.ExclusionConstraint;
import io.schemactl.catalog.Extension;
import io.schemactl.catalog.ForeignDataWrapper;
import io.schemactl.catalog.ForeignKey;
import io.schemactl.catalog.Index;
import io.schemactl.catalog.KeyConstraint;
import io.schemactl.catalog.Language;
import io.schemactl.catalog.NotNullConstraint;
import io.schemactl.catalog.Operator;
import io.schemactl.catalog.OperatorClass;
import io.schemactl.catalog.OperatorFamily;
import io.schemactl.catalog.Policy;
import io.schemactl.catalog.Publication;
import io.schemactl.catalog.RangeType;
import io.schemactl.catalog.Routine;
import io.schemactl.catalog.Rule;
import io.schemactl.catalog.Schema;
import io.schemactl.catalog.Sequence;
import io.schemactl.catalog.Server;
import io.schemactl.catalog.Statistics;
import io.schemactl.catalog.Subscription;
import io.schemactl.catalog.Table;
import io.schemactl.catalog.TextSearchConfiguration;
import io.schemactl.catalog.TextSearchDictionary;
import io.schemactl.catalog.TextSearchParser;
import io.schemactl.catalog.TextSearchTemplate;
import io.schemactl.catalog.Transform;
import io.schemactl.catalog.Trigger;
import io.schemactl.catalog.UserMapping;
import io.schemactl.catalog.View;
import java.util.Map;

/** The commands about every type of objects. */
public final class Commands {

    private static final Map<Class<? extends CatalogObject>, Ddl<?>> BY_TYPE = Map.ofEntries(
            Map.entry(AccessMethod.class, new AccessMethodDdl()),
            Map.entry(BaseType.class, new BaseTypeDdl()),
            Map.entry(Cast.class, new CastDdl()),
            Map.entry(CheckConstraint.class, new CheckConstraintDdl()),
            Map.entry(Collation.class, new CollationDdl()),
            Map.entry(CompositeType.class, new CompositeTypeDdl()),
            Map.entry(Conversion.class, new ConversionDdl()),
            Map.entry(Database.class, new DatabaseDdl()),
            Map.entry(DefaultPrivileges.class, new DefaultPrivilegesDdl()),
            Map.entry(Domain.class, new DomainDdl()),
            Map.entry(EnumType.class, new EnumDdl()),
            Map.entry(EventTrigger.class, new EventTriggerDdl()),
            Map.entry(ExclusionConstraint.class, new ExclusionConstraintDdl()),
            Map.entry(Extension.class, new ExtensionDdl()),
            Map.entry(ForeignDataWrapper.class, new ForeignDataWrapperDdl()),
            Map.entry(ForeignKey.class, new ForeignKeyDdl()),
            Map.entry(Index.class, new IndexDdl()),
            Map.entry(KeyConstraint.class, new KeyConstraintDdl()),
            Map.entry(Language.class, new LanguageDdl()),
            Map.entry(NotNullConstraint.class, new NotNullConstraintDdl()),
            Map.entry(Operator.class, new OperatorDdl()),
            Map.entry(OperatorClass.class, new OperatorClassDdl()),
            Map.entry(OperatorFamily.class, new OperatorFamilyDdl()),
            Map.entry(Policy.class, new PolicyDdl()),
            Map.entry(Publication.class, new PublicationDdl()),
            Map.entry(RangeType.class, new RangeTypeDdl()),
            Map.entry(Routine.class, new RoutineDdl()),
            Map.entry(Rule.class, new RuleDdl()),
            Map.entry(Schema.class, new SchemaDdl()),
            Map.entry(Sequence.class, new SequenceDdl()),
            Map.entry(Server.class, new ServerDdl()),
            Map.entry(Statistics.class, new StatisticsDdl()),
            Map.entry(Subscription.class, new SubscriptionDdl()),
            Map.entry(Table.class, new TableDdl()),
            Map.entry(TextSearchConfiguration.class, new TextSearchConfigurationDdl()),
            Map.entry(TextSearchDictionary.class, new TextSearchDictionaryDdl()),
            Map.entry(TextSearchParser.class, new TextSearchParserDdl()),
            Map.entry(TextSearchTemplate.class, new TextSearchTemplateDdl()),
            Map.entry(Transform.class, new TransformDdl()),
            Map.entry(Trigger.class, new TriggerDdl()),
            Map.entry(UserMapping.class, new UserMappingDdl()),
            Map.entry(View.class, new ViewDdl()));

    private Commands() {}

    /** The commands about objects of the same type. */
    @SuppressWarnings("unchecked") // The map has for each type the commands about that type.
    public static <T extends CatalogObject> Ddl<T> about(T object) {
        Ddl<?> commands = BY_TYPE.get(object.getClass());
        if (commands == null) {
            throw new IllegalStateException(
                    "no commands about " + object.key().kind().word());
        }
        return (Ddl<T>) commands;
    }
}

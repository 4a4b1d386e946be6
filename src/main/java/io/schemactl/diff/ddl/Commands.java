package io.schemactl.diff.ddl;

import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.CompositeType;
import io.schemactl.catalog.Domain;
import io.schemactl.catalog.EnumType;
import io.schemactl.catalog.Sequence;
import io.schemactl.catalog.Table;
import java.util.Map;

/** The commands about every type of objects. */
public final class Commands {

    private static final Map<Class<? extends CatalogObject>, Ddl<?>> BY_TYPE = Map.ofEntries(
            Map.entry(EnumType.class, new EnumDdl()),
            Map.entry(Domain.class, new DomainDdl()),
            Map.entry(CompositeType.class, new CompositeTypeDdl()),
            Map.entry(Sequence.class, new SequenceDdl()),
            Map.entry(Table.class, new TableDdl()));

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

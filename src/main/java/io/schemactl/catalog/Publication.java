package io.schemactl.catalog;

import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A publication of changes for logical replication.
 *
 * @param name its name
 * @param allTables whether it publishes all tables, whichever there are
 * @param tables the tables that it names, by name
 * @param schemas the schemas whose tables it publishes, whichever there are, sorted
 * @param publish the changes that it publishes
 * @param viaRoot whether changes of partitions count as the partitioned table's
 * @param storedGeneratedColumns whether it publishes stored generated columns that no column list names
 * @param attributes its owner, grants, comment and labels
 */
public record Publication(
        Identifier name,
        boolean allTables,
        List<PublishedTable> tables,
        List<Identifier> schemas,
        Set<Trigger.Event> publish,
        boolean viaRoot,
        boolean storedGeneratedColumns,
        Attributes attributes)
        implements CatalogObject {

    /** Sorts everything. */
    public Publication {
        tables = tables.stream()
                .sorted(Comparator.comparing(PublishedTable::name))
                .toList();
        schemas = schemas.stream().sorted().toList();
        var events = EnumSet.noneOf(Trigger.Event.class);
        events.addAll(publish);
        publish = Collections.unmodifiableSet(events);
    }

    @Override
    public ObjectKey key() {
        return ObjectKey.of(Kind.PUBLICATION, name);
    }

    @Override
    public Publication with(Attributes changed) {
        return new Publication(name, allTables, tables, schemas, publish, viaRoot, storedGeneratedColumns, changed);
    }

    /**
     * A table that a publication names.
     *
     * @param name the table
     * @param columns the columns that are published, sorted; empty means all
     * @param rowFilter which rows are published
     */
    public record PublishedTable(
            QualifiedName name,
            List<Identifier> columns,
            @Nullable String rowFilter) {
        /** Sorts the columns. */
        public PublishedTable {
            columns = columns.stream().sorted().toList();
        }
    }
}

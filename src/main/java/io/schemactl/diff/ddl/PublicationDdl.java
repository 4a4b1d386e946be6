package io.schemactl.diff.ddl;

import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Part;
import io.schemactl.catalog.Publication;
import io.schemactl.catalog.Trigger;
import io.schemactl.diff.Statement;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Commands about publications; see <a href="https://www.postgresql.org/docs/current/sql-createpublication.html">CREATE PUBLICATION</a>. */
final class PublicationDdl implements Ddl<Publication> {

    @Override
    public String name(Publication publication) {
        return "PUBLICATION " + publication.name().quoted();
    }

    @Override
    public List<Step> create(Publication publication, Context context) {
        String scope = scope(publication);
        String sql = "CREATE %s%s WITH (%s)"
                .formatted(
                        name(publication),
                        scope.isEmpty() ? "" : " FOR " + scope,
                        options(publication, publication.storedGeneratedColumns()));
        return List.of(Step.making(Part.of(publication.key()), Statement.of(sql)));
    }

    private static String scope(Publication publication) {
        return publication.allTables() ? "ALL TABLES" : members(publication);
    }

    /** PostgreSQL 14 takes the word TABLE only once. */
    private static String members(Publication publication) {
        String tables = publication.tables().stream().map(PublicationDdl::table).collect(Collectors.joining(", "));
        return Stream.concat(
                        tables.isEmpty() ? Stream.of() : Stream.of("TABLE " + tables),
                        publication.schemas().stream().map(schema -> "TABLES IN SCHEMA " + schema.quoted()))
                .collect(Collectors.joining(", "));
    }

    /** Without ONLY, the tables below would be named too. */
    private static String table(Publication.PublishedTable table) {
        String columns = table.columns().isEmpty()
                ? ""
                : table.columns().stream().map(Identifier::quoted).collect(Collectors.joining(", ", " (", ")"));
        String filter = table.rowFilter() == null ? "" : " WHERE (" + table.rowFilter() + ")";
        return "ONLY " + table.name().quoted() + columns + filter;
    }

    private static String options(Publication publication, boolean withGenerated) {
        String publish = publication.publish().stream().map(Trigger.Event::word).collect(Collectors.joining(", "));
        String generated = publication.storedGeneratedColumns() ? "stored" : "none";
        return "publish = %s, publish_via_partition_root = %s%s"
                .formatted(
                        Literal.of(publish),
                        publication.viaRoot(),
                        withGenerated ? ", publish_generated_columns = " + generated : "");
    }

    @Override
    public Optional<List<Step>> alter(Publication from, Publication to, Context context) {
        if (from.allTables() != to.allTables()) {
            return Optional.empty();
        }
        var statements = new ArrayList<Statement>();
        if (!from.name().equals(to.name())) {
            statements.add(Statement.of(
                    "ALTER " + name(from) + " RENAME TO " + to.name().quoted()));
        }
        statements.addAll(memberChanges(from, to, context));
        boolean generatedChanges = from.storedGeneratedColumns() != to.storedGeneratedColumns();
        if (generatedChanges || !options(from, false).equals(options(to, false))) {
            statements.add(Statement.of("ALTER %s SET (%s)".formatted(name(to), options(to, generatedChanges))));
        }
        boolean interrupted = context.forced().reset().contains(Part.of(to.key()));
        List<Step> changes = Steps.changes(from.key(), to.key(), statements);
        return Optional.of(
                interrupted
                        ? Stream.concat(interruption(from, to, context), changes.stream())
                                .toList()
                        : changes);
    }

    /** What chooses rows or columns goes while a column's type changes, and comes back with all members. */
    private Stream<Step> interruption(Publication from, Publication to, Context context) {
        List<Statement> leaving = choosing(from, context)
                .map(table -> Statement.of("ALTER %s DROP TABLE ONLY %s"
                        .formatted(name(to), table.name().quoted())))
                .toList();
        return leaving.isEmpty()
                ? Stream.empty()
                : Stream.of(Step.taking(Part.of(to.key()), leaving.toArray(Statement[]::new)));
    }

    private static Stream<Publication.PublishedTable> choosing(Publication from, Context context) {
        return from.tables().stream()
                .filter(table -> table.rowFilter() != null || !table.columns().isEmpty())
                .filter(table -> context.stays(ObjectKey.of(Kind.TABLE, table.name())));
    }

    /** All members are set at once, because those that are renamed or dropped meanwhile have changed already. */
    private List<Statement> memberChanges(Publication from, Publication to, Context context) {
        boolean interrupted = context.forced().reset().contains(Part.of(to.key()));
        if (members(from).equals(members(to)) && !interrupted) {
            return List.of();
        }
        if (!members(to).isEmpty()) {
            return List.of(Statement.of("ALTER " + name(to) + " SET " + members(to)));
        }
        Set<Publication.PublishedTable> gone =
                interrupted ? choosing(from, context).collect(Collectors.toSet()) : Set.of();
        Stream<String> tables = from.tables().stream()
                .filter(table -> !gone.contains(table))
                .filter(table -> context.stays(ObjectKey.of(Kind.TABLE, table.name())))
                .map(table -> "TABLE ONLY " + table.name().quoted());
        Stream<String> schemas = from.schemas().stream()
                .filter(schema -> context.stays(ObjectKey.of(Kind.SCHEMA, schema)))
                .map(schema -> "TABLES IN SCHEMA " + schema.quoted());
        return Stream.concat(tables, schemas)
                .map(member -> Statement.of("ALTER " + name(to) + " DROP " + member))
                .toList();
    }
}

package io.schemactl.diff.plan;

import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.Column;
import io.schemactl.catalog.CompositeType;
import io.schemactl.catalog.Constraint;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Relation;
import io.schemactl.catalog.Schema;
import io.schemactl.diff.Difference;
import io.schemactl.diff.Hazard;
import io.schemactl.diff.PropertyChange;
import io.schemactl.diff.Statement;
import io.schemactl.diff.ddl.Commands;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the commands that give objects and columns their new names.
 *
 * <p>They come before everything else of a migration, which is planned for what is there afterwards: PostgreSQL itself puts the new
 * names into views, constraints and whatever else mentions them. Not every one of them must succeed, as PostgreSQL renames what
 * partitions and children have together with what their parents have.
 */
public final class Renaming {

    private Renaming() {}

    /** The commands: those about whole objects, then about columns, then about parts of tables and views. */
    public static List<Statement> statements(List<Difference> differences) {
        Stream<Statement> schemas = schemas(differences);
        Stream<Statement> wholes = renamed(differences)
                .filter(renamed -> renamed.key().relation() == null)
                .flatMap(renamed -> whole(renamed.from(), renamed.to()));
        Stream<Statement> columns = differences.stream().flatMap(Renaming::columns);
        Stream<Statement> parts = renamed(differences)
                .filter(renamed -> renamed.key().relation() != null)
                .map(renamed -> part(renamed.from(), renamed.to()));
        return Stream.of(schemas, wholes, columns, parts).flatMap(each -> each).toList();
    }

    /** Makes the schemas that objects move to; what they lack, the rest of the migration gives them. */
    private static Stream<Statement> schemas(List<Difference> differences) {
        Set<Identifier> targets = renamed(differences)
                .map(renamed -> renamed.key().schema())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return differences.stream()
                .filter(difference -> difference instanceof Difference.Added added
                        && added.object() instanceof Schema
                        && targets.contains(added.key().name()))
                .map(added -> Statement.of("CREATE SCHEMA " + added.key().name().quoted()));
    }

    private static Stream<Difference.Renamed> renamed(List<Difference> differences) {
        return differences.stream()
                .filter(Difference.Renamed.class::isInstance)
                .map(Difference.Renamed.class::cast)
                .filter(renamed -> !renamed.from().key().equals(renamed.key()));
    }

    private static Stream<Statement> whole(CatalogObject from, CatalogObject to) {
        String name = Commands.about(from).name(from);
        ObjectKey old = from.key();
        ObjectKey fresh = to.key();
        var commands = new ArrayList<String>();
        if (old.schema() != null && fresh.schema() != null && !old.schema().equals(fresh.schema())) {
            commands.add("ALTER %s SET SCHEMA %s".formatted(name, fresh.schema().quoted()));
            name = name.replace(
                    new QualifiedName(old.schema(), old.name()).quoted(),
                    new QualifiedName(fresh.schema(), old.name()).quoted());
        }
        if (!old.name().equals(fresh.name())) {
            commands.add("ALTER %s RENAME TO %s".formatted(name, fresh.name().quoted()));
        }
        return commands.stream().map(command -> Statement.of(command, hazards(from)));
    }

    private static Statement part(CatalogObject from, CatalogObject to) {
        String name = to.key().name().quoted();
        ObjectKey key = from.key();
        if (from instanceof Constraint && key.schema() != null && key.relation() != null) {
            return Statement.of(
                    "ALTER TABLE %s RENAME CONSTRAINT %s TO %s"
                            .formatted(
                                    new QualifiedName(key.schema(), key.relation()).quoted(),
                                    key.name().quoted(),
                                    name),
                    hazards(from));
        }
        return Statement.of(
                "ALTER %s RENAME TO %s".formatted(Commands.about(from).name(from), name), hazards(from));
    }

    private static Hazard[] hazards(CatalogObject object) {
        ObjectKey key = object.key();
        Identifier relation = key.kind() == Kind.TABLE || key.kind() == Kind.VIEW ? key.name() : key.relation();
        // An index is renamed under a lock that blocks neither readers nor writers.
        return relation == null || key.schema() == null || key.kind() == Kind.INDEX
                ? new Hazard[0]
                : new Hazard[] {Hazard.accessExclusive(new QualifiedName(key.schema(), relation).display())};
    }

    private static Stream<Statement> columns(Difference difference) {
        if (difference instanceof Difference.Changed changed) {
            return columns(changed.from(), changed.to(), changed.changes());
        }
        return difference instanceof Difference.Renamed renamed
                ? columns(renamed.from(), renamed.to(), renamed.changes())
                : Stream.empty();
    }

    /** The object has its new name already. */
    private static Stream<Statement> columns(CatalogObject from, CatalogObject to, List<PropertyChange> changes) {
        String word = to instanceof CompositeType ? "ATTRIBUTE" : "COLUMN";
        return changes.stream()
                .filter(change -> change.path().size() == 3
                        && change.path().get(0).equals("columns")
                        && change.path().get(2).equals("name"))
                .flatMap(change -> {
                    Optional<Identifier> old = find(from, change.from());
                    Optional<Identifier> fresh = find(to, change.to());
                    return old.isPresent() && fresh.isPresent()
                            ? Stream.of(Statement.of(
                                    "ALTER %s RENAME %s %s TO %s"
                                            .formatted(
                                                    Commands.about(to).name(to),
                                                    word,
                                                    old.get().quoted(),
                                                    fresh.get().quoted()),
                                    hazards(to)))
                            : Stream.empty();
                });
    }

    private static Optional<Identifier> find(CatalogObject object, @Nullable String name) {
        List<Column> columns = List.of();
        if (object instanceof Relation relation) {
            columns = relation.columns();
        } else if (object instanceof CompositeType type) {
            columns = type.columns();
        }
        return columns.stream()
                .map(Column::name)
                .filter(column -> column.display().equals(name))
                .findFirst();
    }
}

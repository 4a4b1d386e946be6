package io.schemactl.diff.ddl;

import io.schemactl.catalog.Column;
import io.schemactl.catalog.Options;
import io.schemactl.catalog.Part;
import io.schemactl.catalog.Table;
import io.schemactl.catalog.View;
import io.schemactl.diff.Hazard;
import io.schemactl.diff.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the columns of views have besides what the query gives them. */
final class ViewColumns {

    private ViewColumns() {}

    /** A view and its columns. */
    static Set<Part> parts(View view) {
        Set<Part> parts = new HashSet<>(Set.of(Part.of(view.key())));
        view.columns().forEach(column -> parts.add(Part.ofColumn(view.key(), column.name())));
        return parts;
    }

    /** A view, its columns and their defaults. */
    static Set<Part> allParts(View view) {
        Set<Part> parts = parts(view);
        view.columns().stream()
                .filter(column -> column.defaultExpression() != null)
                .forEach(column -> parts.add(Part.ofDefault(view.key(), column.name())));
        return parts;
    }

    /** The statements that change the replica identity and storage of columns; from a new view if there was none. */
    static List<Statement> changes(@Nullable View from, View to, Context context) {
        List<Statement> statements = new ArrayList<>(replicaIdentity(from, to, context));
        for (Column column : to.columns()) {
            Column old = from == null ? null : from.findColumn(column.name()).orElse(null);
            if (to.materialized()) {
                String alter = "ALTER MATERIALIZED VIEW %s ALTER COLUMN %s "
                        .formatted(to.name().quoted(), column.name().quoted());
                storageChanges(old, column, context)
                        .forEach(change -> statements.add(Statement.of(
                                alter + change,
                                change.matches("SET (STORAGE|COMPRESSION) .*")
                                        ? Hazards.on(context, to.name(), Hazards.ACCESS_EXCLUSIVE)
                                        : new Hazard[0])));
            }
        }
        return statements;
    }

    private static List<Statement> replicaIdentity(@Nullable View from, View to, Context context) {
        Table.ReplicaIdentity.Choice old = from == null
                ? Table.ReplicaIdentity.Choice.DEFAULT
                : from.replicaIdentity().choice();
        Table.ReplicaIdentity.Choice now = to.replicaIdentity().choice();
        return old == now
                ? List.of()
                : List.of(Statement.of(
                        "ALTER MATERIALIZED VIEW %s REPLICA IDENTITY %s"
                                .formatted(to.name().quoted(), now.name()),
                        Hazards.on(context, to.name(), Hazards.ACCESS_EXCLUSIVE)));
    }

    private static List<String> storageChanges(@Nullable Column from, Column to, Context context) {
        List<String> changes = new ArrayList<>();
        Column.Storage old = from == null ? null : from.storage();
        Column.Storage now = to.storage();
        if (!Objects.equals(old == null ? null : old.statistics(), now.statistics())) {
            changes.add(
                    "SET STATISTICS " + Optional.ofNullable(now.statistics()).orElse(-1));
        }
        if (!Objects.equals(old == null ? null : old.strategy(), now.strategy())) {
            changes.add("SET STORAGE " + StorageStrategy.words(to, context));
        }
        if (!Objects.equals(old == null ? null : old.compression(), now.compression())) {
            changes.add(
                    "SET COMPRESSION " + Optional.ofNullable(now.compression()).orElse("default"));
        }
        changes.addAll(Clauses.optionChanges(old == null ? Options.none() : old.options(), now.options()));
        return changes;
    }

    /** The steps that change defaults of a view's columns; from a new view if there was none. */
    static List<Step> defaults(@Nullable View from, View to, Context context) {
        List<Step> steps = new ArrayList<>();
        for (Column column : to.columns()) {
            Optional<String> old = from == null
                    ? Optional.empty()
                    : from.findColumn(column.name()).map(Column::defaultExpression);
            Optional<String> now = Optional.ofNullable(column.defaultExpression());
            if (!old.equals(now)) {
                Hazard[] hazards = Hazards.on(context, to.name(), Hazards.ACCESS_EXCLUSIVE);
                String sql = "ALTER VIEW %s ALTER COLUMN %s %s"
                        .formatted(
                                to.name().quoted(),
                                column.name().quoted(),
                                now.map(expression -> "SET DEFAULT " + expression)
                                        .orElse("DROP DEFAULT"));
                Set<Part> part = Set.of(Part.ofDefault(to.key(), column.name()));
                steps.add(new Step(
                        List.of(Statement.of(sql, hazards)),
                        now.isPresent() ? part : Set.of(),
                        old.isPresent() ? part : Set.of()));
            }
        }
        return steps;
    }
}

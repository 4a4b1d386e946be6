package io.schemactl.rows;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.CheckConstraint;
import io.schemactl.catalog.Column;
import io.schemactl.catalog.ForeignKey;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.Policy;
import io.schemactl.catalog.Table;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Learns from a catalog what rows of its tables must be. */
final class Shapes {

    /** In defaults that are others on each run, so that the same seed would not make the same rows. */
    private static final Pattern VOLATILE = Pattern.compile(
            "(?i).*\\b(now|random\\w*|gen_random\\w*|uuid\\w*|\\w*timestamp|timeofday|current_\\w+|localtime\\w*|session_user|user|txid\\w*|pg_\\w+)\\b.*",
            Pattern.DOTALL);

    private static final Pattern SEQUENCE = Pattern.compile("(?i)\\W*nextval\\(.*", Pattern.DOTALL);

    private final Catalog catalog;
    private final Types types;

    Shapes(Catalog catalog, Types types) {
        this.catalog = catalog;
        this.types = types;
    }

    /**
     * The shape of rows of a table.
     *
     * @param partition the partition that they are meant for
     * @param bound what rows of that partition are
     */
    TableShape of(Table table, @Nullable QualifiedName partition, @Nullable String bound) {
        Optional<Table> leaf = Optional.ofNullable(partition).flatMap(catalog::findTable);
        Map<Identifier, String> generated = new LinkedHashMap<>();
        var plans = new ArrayList<ColumnPlan>();
        for (Column column : table.columns()) {
            if (column.generated() != null) {
                generated.put(column.name(), column.generated().expression());
            } else {
                boolean leafRefuses = leaf.flatMap(holder -> holder.findColumn(column.name()))
                        .filter(Column::notNull)
                        .isPresent();
                types.findColumn(table.name(), column.name())
                        .map(type -> plan(column, type, leafRefuses))
                        .ifPresent(plans::add);
            }
        }
        List<String> expressions = checks(table.name());
        leaf.ifPresent(holder -> checks(holder.name()).stream()
                .filter(check -> !expressions.contains(check))
                .forEach(expressions::add));
        if (bound != null) {
            expressions.add(bound);
        }
        policies(table).ifPresent(expressions::add);
        List<Condition> conditions = expressions.stream()
                .map(expression -> condition(expression, table, generated))
                .filter(condition -> !condition.columns().isEmpty())
                .toList();
        QualifiedName holder = partition == null ? table.name() : partition;
        return new TableShape(table.name(), holder, Group.of(plans, conditions, foreignKeys(table, leaf)), generated);
    }

    private ColumnPlan plan(Column column, Types.ColumnType type, boolean leafRefuses) {
        boolean required = column.notNull() || leafRefuses || types.refusesNull(type.use());
        String expression = column.defaultExpression();
        ColumnPlan.Supply supply = ColumnPlan.Supply.DRAWN;
        if (column.identity() != null) {
            supply = ColumnPlan.Supply.IDENTITY;
        } else if (expression != null && SEQUENCE.matcher(expression).matches()) {
            supply = ColumnPlan.Supply.SEQUENCE;
        }
        boolean isUsable = supply == ColumnPlan.Supply.DRAWN
                && expression != null
                && !VOLATILE.matcher(expression).matches();
        return new ColumnPlan(
                column.name(), type, required || column.identity() != null, supply, isUsable ? expression : null);
    }

    private List<String> checks(QualifiedName table) {
        return catalog.partsOf(table, Kind.CONSTRAINT, CheckConstraint.class)
                .filter(check -> check.standing().enforced())
                .map(CheckConstraint::expression)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private List<ForeignKey> foreignKeys(Table table, Optional<Table> leaf) {
        var keys = new ArrayList<>(foreignKeys(table.name()));
        leaf.ifPresent(holder -> foreignKeys(holder.name()).stream()
                .filter(key -> !key.standing().inherited())
                .forEach(keys::add));
        return keys;
    }

    /** A table's foreign keys, in their order. */
    List<ForeignKey> foreignKeys(QualifiedName table) {
        return catalog.partsOf(table, Kind.CONSTRAINT, ForeignKey.class).toList();
    }

    /** What policies demand of new rows where they apply to the owner too. */
    private Optional<String> policies(Table table) {
        if (!table.rowSecurity().enabled() || !table.rowSecurity().forced()) {
            return Optional.empty();
        }
        List<Policy> policies = catalog.partsOf(table.name(), Kind.POLICY, Policy.class)
                .filter(policy ->
                        policy.command().equals("ALL") || policy.command().equals("INSERT"))
                .toList();
        String any =
                policies.stream().filter(Policy::permissive).map(Shapes::demand).collect(Collectors.joining(" OR "));
        List<String> all = policies.stream()
                .filter(policy -> !policy.permissive())
                .map(Shapes::demand)
                .collect(Collectors.toCollection(ArrayList::new));
        if (!any.isEmpty()) {
            all.add("(" + any + ")");
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(String.join(" AND ", all));
    }

    private static String demand(Policy policy) {
        String check = policy.check() != null ? policy.check() : policy.using();
        return check == null ? "true" : "(" + check + ")";
    }

    private static Condition condition(String expression, Table table, Map<Identifier, String> generated) {
        List<Identifier> names = table.columns().stream().map(Column::name).toList();
        return new Condition(
                expression, sources(Condition.mentioned(expression, withRow(names, table)), table, generated));
    }

    private static List<Identifier> withRow(List<Identifier> names, Table table) {
        var all = new ArrayList<>(names);
        all.add(table.name().name());
        return all;
    }

    /** The columns that are drawn, for those that are computed of them, and for the table's whole row. */
    static Set<Identifier> sources(Set<Identifier> mentioned, Table table, Map<Identifier, String> generated) {
        List<Identifier> names = table.columns().stream().map(Column::name).toList();
        Set<Identifier> found = new LinkedHashSet<>();
        for (Identifier name : mentioned) {
            if (generated.containsKey(name)) {
                found.addAll(Condition.mentioned(String.valueOf(generated.get(name)), names));
            } else if (names.contains(name)) {
                found.add(name);
            } else {
                found.addAll(names);
            }
        }
        found.removeAll(generated.keySet());
        return found;
    }
}

package io.schemactl.diff.ddl;

import io.schemactl.catalog.Column;
import io.schemactl.catalog.CompositeType;
import io.schemactl.catalog.Part;
import io.schemactl.catalog.Table;
import io.schemactl.diff.Hazard;
import io.schemactl.diff.Statement;
import io.schemactl.diff.TypeChange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Commands about composite types; see <a href="https://www.postgresql.org/docs/current/sql-altertype.html">ALTER TYPE</a>. */
final class CompositeTypeDdl implements Ddl<CompositeType> {

    @Override
    public String name(CompositeType type) {
        return "TYPE " + type.name().quoted();
    }

    @Override
    public List<Step> create(CompositeType type, Context context) {
        String columns =
                type.columns().stream().map(CompositeTypeDdl::attribute).collect(Collectors.joining(", ", "(", ")"));
        return List.of(
                new Step(List.of(Statement.of("CREATE " + name(type) + " AS " + columns)), parts(type), Set.of()));
    }

    @Override
    public List<Step> drop(CompositeType type, Context context) {
        return List.of(new Step(List.of(Statement.of("DROP " + name(type))), Set.of(), parts(type)));
    }

    /** PostgreSQL appends attributes; it cannot put one before another, nor retype one that a table's column holds. */
    @Override
    public Optional<List<Step>> alter(CompositeType from, CompositeType to, Context context) {
        List<Table> tables = tables(from, to, context);
        if (!canGrow(from, to, !tables.isEmpty())) {
            if (tables.isEmpty()) {
                return Optional.empty();
            }
            throw new Unmigratable("type %s: the order of its attributes cannot change while table %s is of this type"
                    .formatted(to.name().display(), tables.get(0).name().display()));
        }
        var steps = new ArrayList<Step>();
        for (Column column : from.columns()) {
            if (find(to, column).isEmpty()) {
                Hazard loss = Hazard.of(
                        Hazard.Type.DATA_LOSS,
                        to.name().display() + "." + column.name().display());
                Statement statement =
                        alter(tables, to, "DROP ATTRIBUTE " + column.name().quoted(), loss);
                steps.add(new Step(List.of(statement), Set.of(), columns(tables, to, column, context)));
            }
        }
        for (Column column : to.columns()) {
            Optional<Column> old = find(from, column);
            if (old.isPresent() && !attribute(old.get()).equals(attribute(column))) {
                steps.add(retyping(tables, to, old.get(), column, context));
            } else if (old.isEmpty()) {
                Statement statement = alter(tables, to, "ADD ATTRIBUTE " + attribute(column));
                steps.add(new Step(List.of(statement), columns(tables, to, column, context), Set.of()));
            }
        }
        return Optional.of(steps);
    }

    /** Tables that are and stay of the type. */
    private static List<Table> tables(CompositeType from, CompositeType to, Context context) {
        return context.to()
                .all(Table.class)
                .filter(table -> to.name().equals(table.ofType()))
                .filter(table -> context.from()
                        .findTable(table.name())
                        .filter(old -> from.name().equals(old.ofType()))
                        .isPresent())
                .toList();
    }

    /** Gives an attribute, and the columns of the type's tables, another type; there is no way to say how values become it. */
    private Step retyping(List<Table> tables, CompositeType type, Column from, Column to, Context context) {
        var change = new TypeChange(from.type(), to.type());
        String name = to.name().quoted();
        boolean lossy = change.isLossy() && !context.mode().lossy();
        if (lossy || change.using(name).isPresent()) {
            throw new Unmigratable("attribute %s of type %s: %s values in table %s cannot become %s by themselves"
                    .formatted(
                            to.name().display(),
                            type.name().display(),
                            from.type(),
                            tables.get(0).name().display(),
                            to.type()));
        }
        Hazard[] hazards = tables.stream()
                .map(table -> table.name().display())
                .flatMap(table -> hazards(table, to, change))
                .toArray(Hazard[]::new);
        String sql = "ALTER %s ALTER ATTRIBUTE %s TYPE %s CASCADE".formatted(name(type), name, ColumnText.type(to));
        Set<Part> parts = columns(tables, type, to, context);
        return new Step(List.of(Statement.of(sql, hazards)), parts, parts);
    }

    private static Stream<Hazard> hazards(String table, Column column, TypeChange change) {
        var hazards = new ArrayList<Hazard>();
        if (change.mayFail()) {
            hazards.add(
                    Hazard.of(Hazard.Type.MAY_FAIL, table + "." + column.name().display()));
        }
        if (change.rewrites()) {
            hazards.add(new Hazard(Hazard.Type.TABLE_REWRITE, table, "ACCESS EXCLUSIVE"));
        }
        hazards.add(Hazard.accessExclusive(table));
        return hazards.stream();
    }

    private static boolean canGrow(CompositeType from, CompositeType to, boolean otherTypes) {
        List<Column> kept = from.columns().stream()
                .filter(column -> find(to, column).isPresent())
                .toList();
        if (kept.size() > to.columns().size()) {
            return false;
        }
        for (int i = 0; i < kept.size(); i++) {
            Column wanted = to.columns().get(i);
            boolean sameType = otherTypes || attribute(kept.get(i)).equals(attribute(wanted));
            if (!kept.get(i).name().equals(wanted.name()) || !sameType) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Column> find(CompositeType type, Column column) {
        return type.columns().stream()
                .filter(each -> each.name().equals(column.name()))
                .findFirst();
    }

    private static String attribute(Column column) {
        return column.name().quoted() + " " + ColumnText.type(column);
    }

    /** Tables of the type change with it. */
    private Statement alter(List<Table> tables, CompositeType type, String action, Hazard... hazards) {
        return Statement.of(
                "ALTER %s %s%s".formatted(name(type), action, tables.isEmpty() ? "" : " CASCADE"),
                Stream.concat(
                                Stream.of(hazards),
                                tables.stream()
                                        .map(table -> Hazard.accessExclusive(
                                                table.name().display())))
                        .toArray(Hazard[]::new));
    }

    private static Set<Part> columns(List<Table> tables, CompositeType type, Column column, Context context) {
        Set<Part> parts = new HashSet<>(Set.of(Part.ofColumn(type.key(), column.name())));
        tables.forEach(table -> parts.addAll(new Lineage(context).columns(table, column.name())));
        return parts;
    }

    private static Set<Part> parts(CompositeType type) {
        Set<Part> parts = new HashSet<>();
        parts.add(Part.of(type.key()));
        type.columns().forEach(column -> parts.add(Part.ofColumn(type.key(), column.name())));
        return parts;
    }
}

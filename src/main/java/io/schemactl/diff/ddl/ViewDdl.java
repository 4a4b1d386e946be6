package io.schemactl.diff.ddl;

import io.schemactl.catalog.Column;
import io.schemactl.catalog.View;
import io.schemactl.diff.Hazard;
import io.schemactl.diff.Statement;
import io.schemactl.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Commands about views and materialized views; see
 * <a href="https://www.postgresql.org/docs/current/sql-createview.html">CREATE VIEW</a> and
 * <a href="https://www.postgresql.org/docs/current/sql-creatematerializedview.html">CREATE MATERIALIZED VIEW</a>.
 */
final class ViewDdl implements Ddl<View> {

    private static final Identifier HEAP = new Identifier("heap");

    /** The version from which on a materialized view's access method can be changed. */
    private static final int ACCESS_METHOD_CHANGES = 15;

    @Override
    public String name(View view) {
        return word(view) + " " + view.name().quoted();
    }

    private static String word(View view) {
        return view.materialized() ? "MATERIALIZED VIEW" : "VIEW";
    }

    @Override
    public List<Step> create(View view, Context context) {
        List<Step> steps = new ArrayList<>();
        if (Later.isApart(view.key(), context)) {
            steps.add(new Step(
                    List.of(Statement.of("CREATE VIEW" + emptiness(view))), ViewColumns.parts(view), Set.of()));
            steps.add(filling(view));
        } else {
            List<Statement> statements = new ArrayList<>();
            statements.add(Statement.of("CREATE " + word(view) + definition(view)));
            statements.addAll(ViewColumns.changes(null, view, context));
            steps.add(new Step(statements, ViewColumns.parts(view), Set.of()));
        }
        steps.addAll(ViewColumns.defaults(null, view, context));
        return steps;
    }

    /** What follows the words {@code CREATE VIEW}. */
    private static String definition(View view) {
        List<Identifier> columns = view.columns().stream().map(Column::name).toList();
        return " %s%s%s%s%s AS\n%s%s"
                .formatted(
                        view.name().quoted(),
                        columns.isEmpty() ? "" : " " + Clauses.columns(columns),
                        method(view).equals(HEAP)
                                ? ""
                                : " USING " + method(view).quoted(),
                        view.options().isEmpty() ? "" : " WITH " + Clauses.options(view.options()),
                        view.tablespace() == null
                                ? ""
                                : " TABLESPACE " + view.tablespace().quoted(),
                        query(view),
                        view.materialized() && !view.populated() ? "\nWITH NO DATA" : "");
    }

    /** What makes a view of one that is there only for its columns. */
    private static Step filling(View view) {
        return Step.making(Later.substance(view.key()), Statement.of("CREATE OR REPLACE VIEW" + definition(view)));
    }

    /** What follows the words {@code CREATE VIEW} if only the columns count. */
    private static String emptiness(View view) {
        return " %s AS\nSELECT %s"
                .formatted(
                        view.name().quoted(),
                        view.columns().stream()
                                .map(column -> "NULL::" + ColumnText.type(column) + " AS "
                                        + column.name().quoted())
                                .collect(Collectors.joining(", ")));
    }

    private static String query(View view) {
        return view.definition().stripTrailing().replaceFirst(";$", "");
    }

    @Override
    public List<Step> drop(View view, Context context) {
        Statement statement =
                Statement.of("DROP " + name(view), Hazards.on(context, view.name(), Hazards.ACCESS_EXCLUSIVE));
        var drop = new Step(List.of(statement), Set.of(), ViewColumns.allParts(view));
        return Later.isApart(view.key(), context) ? List.of(emptying(view), drop) : List.of(drop);
    }

    /** What leaves nothing of a view but its columns. */
    private static Step emptying(View view) {
        return Step.taking(
                Later.substance(view.key()),
                Statement.of(
                        "CREATE OR REPLACE VIEW" + emptiness(view),
                        Hazard.accessExclusive(view.name().display())));
    }

    @Override
    public Optional<List<Step>> alter(View from, View to, Context context) {
        if (!survives(from, to, context.majorVersion())) {
            return Optional.empty();
        }
        if (Later.isApart(to.key(), context) && from.key().equals(to.key())) {
            Step empty = emptying(to);
            List<Step> steps = new ArrayList<>();
            steps.add(new Step(empty.statements(), ViewColumns.parts(to), empty.takes()));
            steps.add(filling(to));
            steps.addAll(ViewColumns.defaults(from, to, context));
            return Optional.of(steps);
        }
        List<Statement> statements = new ArrayList<>();
        Clauses.renaming(word(to), from.name(), to.name()).forEach(sql -> statements.add(locking(sql, to, context)));
        boolean isOtherQuery = !query(from).equals(query(to)) || !shapes(from).equals(shapes(to));
        if (isOtherQuery) {
            statements.add(locking("CREATE OR REPLACE VIEW" + definition(to), to, context));
        } else {
            Clauses.optionChanges(from.options(), to.options())
                    .forEach(change -> statements.add(
                            OptionLocks.statement("ALTER " + name(to) + " ", change, to.name(), context)));
        }
        storageChanges(from, to)
                .forEach(sql -> statements.add(Statement.of(
                        sql, Hazards.on(context, to.name(), Hazards.ACCESS_EXCLUSIVE, Hazard.Type.TABLE_REWRITE))));
        if (from.populated() != to.populated()) {
            statements.add(Statement.of(
                    "REFRESH " + name(to) + (to.populated() ? "" : " WITH NO DATA"),
                    Hazards.on(context, to.name(), Hazards.ACCESS_EXCLUSIVE, Hazard.Type.TABLE_REWRITE)));
        }
        statements.addAll(ViewColumns.changes(from, to, context));
        List<Step> steps = new ArrayList<>();
        boolean isRenamed = !from.key().equals(to.key());
        if (!statements.isEmpty()) {
            steps.add(new Step(statements, ViewColumns.parts(to), isRenamed ? ViewColumns.parts(from) : Set.of()));
        }
        steps.addAll(ViewColumns.defaults(from, to, context));
        return Optional.of(steps);
    }

    private List<String> storageChanges(View from, View to) {
        List<String> commands = new ArrayList<>();
        if (!Objects.equals(from.tablespace(), to.tablespace())) {
            Identifier tablespace = to.tablespace() == null ? new Identifier("pg_default") : to.tablespace();
            commands.add("ALTER " + name(to) + " SET TABLESPACE " + tablespace.quoted());
        }
        if (!method(from).equals(method(to))) {
            commands.add(
                    "ALTER " + name(to) + " SET ACCESS METHOD " + method(to).quoted());
        }
        return commands;
    }

    private static Identifier method(View view) {
        return view.accessMethod() == null ? HEAP : view.accessMethod();
    }

    private static Statement locking(String sql, View view, Context context) {
        return Statement.of(sql, Hazards.on(context, view.name(), Hazards.ACCESS_EXCLUSIVE));
    }

    /**
     * Whether a view can become another without what uses it having to go: views may only get more columns, materialized views
     * cannot get another query.
     */
    static boolean survives(View from, View to, int majorVersion) {
        if (from.materialized() != to.materialized()
                || (majorVersion < ACCESS_METHOD_CHANGES && !method(from).equals(method(to)))) {
            return false;
        }
        List<Shape> before = shapes(from);
        List<Shape> after = shapes(to);
        if (from.materialized()) {
            return query(from).equals(query(to)) && before.equals(after);
        }
        return before.size() <= after.size() && before.equals(after.subList(0, before.size()));
    }

    private static List<Shape> shapes(View view) {
        return view.columns().stream()
                .map(column -> new Shape(column.name().name(), column.type(), Objects.toString(column.collation())))
                .toList();
    }

    /** What {@code CREATE OR REPLACE VIEW} may not change about a column. */
    private record Shape(String name, String type, String collation) {}
}

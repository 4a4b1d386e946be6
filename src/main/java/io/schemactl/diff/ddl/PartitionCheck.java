package io.schemactl.diff.ddl;

import io.schemactl.catalog.Attributes;
import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.CheckConstraint;
import io.schemactl.catalog.Column;
import io.schemactl.catalog.Constraint;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.Table;
import io.schemactl.diff.Hazard;
import io.schemactl.diff.Statement;
import io.schemactl.sql.Elements;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.Literal;
import io.schemactl.sql.QualifiedName;
import io.schemactl.sql.SqlLexer;
import io.schemactl.sql.SqlLexer.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A check that says of a table's rows what the bound of a partition says, so that {@code ATTACH PARTITION} need not read them under its
 * lock, and {@code DETACH PARTITION CONCURRENTLY} need not add one; see <a href="https://www.postgresql.org/docs/current/ddl-partitioning.html">the manual</a>. Only for keys of one column.
 */
final class PartitionCheck {

    /** PostgreSQL does not look into longer lists. */
    private static final int MOST_VALUES = 100;

    private static final Pattern KEY = Pattern.compile("(?:LIST|RANGE) \\((.*)\\)", Pattern.DOTALL);
    private static final Pattern LIST = Pattern.compile("FOR VALUES IN \\((.*)\\)", Pattern.DOTALL);
    private static final Pattern RANGE = Pattern.compile("FOR VALUES FROM \\((.*)\\) TO \\((.*)\\)", Pattern.DOTALL);

    private final CheckConstraint check;
    private final boolean holds;
    private final Context context;

    private PartitionCheck(CheckConstraint check, boolean holds, Context context) {
        this.check = check;
        this.holds = holds;
        this.context = context;
    }

    /** The check for a table that shall be a partition; none if it cannot be said, or if nobody would be spared anything. */
    static Optional<PartitionCheck> findForNew(Table table, Context context) {
        boolean isNew = context.from()
                .findTable(table.name())
                .filter(before -> before.inheritance().partitionBound() == null)
                .isPresent();
        return isNew ? findUnlessIndexed(table, context) : Optional.empty();
    }

    /** The check for a partition that gets another bound; while it is there, new rows must fit both bounds. */
    static Optional<PartitionCheck> findForRebound(Table table, Context context) {
        return findUnlessIndexed(table, context);
    }

    private static Optional<PartitionCheck> findUnlessIndexed(Table table, Context context) {
        return Attachment.isIndexed(table, context) ? Optional.empty() : find(table, false, context);
    }

    /**
     * The check for a partition that leaves, without which {@code DETACH PARTITION CONCURRENTLY} adds one of its own, and leaves it
     * behind; none if the partition cannot leave that way.
     */
    static Optional<PartitionCheck> findForOld(Table from, Table to, Context context) {
        Catalog before = context.from();
        QualifiedName parent = from.inheritance().parents().get(0);
        Optional<Table> above = before.findTable(parent);
        boolean canBe = to.inheritance().parents().isEmpty()
                && !from.inheritance().detachPending()
                && names(from).equals(names(to))
                && Hazards.worksOnline(context, parent)
                && above.equals(context.to().findTable(parent))
                && before.relationships().childrenOf(parent).stream().noneMatch(PartitionSteps::isDefault);
        return canBe ? find(from, true, context) : Optional.empty();
    }

    private static List<String> names(Table table) {
        return table.columns().stream()
                .map(column -> column.name().name() + " " + column.type())
                .toList();
    }

    private static Optional<PartitionCheck> find(Table table, boolean isOld, Context context) {
        if (!Hazards.worksOnline(context, table.name()) || table.form() != Table.Form.ORDINARY) {
            return Optional.empty();
        }
        Catalog catalog = isOld ? context.from() : context.to();
        return catalog.findTable(table.inheritance().parents().get(0))
                .filter(above -> above.inheritance().parents().isEmpty())
                .flatMap(above ->
                        findColumn(table, String.valueOf(above.inheritance().partitionKey())))
                .flatMap(column ->
                        findCondition(column, String.valueOf(table.inheritance().partitionBound())))
                .map(condition -> new PartitionCheck(check(table, condition, context), isOld, context));
    }

    private static Optional<Column> findColumn(Table table, String key) {
        Matcher matcher = KEY.matcher(key);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        List<Token> tokens = SqlLexer.code(matcher.group(1));
        return tokens.size() == 1 && tokens.get(0).isName()
                ? table.findColumn(new Identifier(tokens.get(0).name()))
                : Optional.empty();
    }

    private static Optional<String> findCondition(Column column, String bound) {
        Matcher list = LIST.matcher(bound);
        if (list.matches()) {
            List<String> values = Elements.of(list.group(1));
            return values.size() > MOST_VALUES ? Optional.empty() : Optional.of(among(column, values));
        }
        Matcher range = RANGE.matcher(bound);
        return range.matches() ? Optional.of(between(column, range.group(1), range.group(2))) : Optional.empty();
    }

    private static String among(Column column, List<String> all) {
        String name = column.name().quoted();
        List<String> values = all.stream()
                .filter(value -> !value.equals("NULL"))
                .map(PartitionCheck::literal)
                .toList();
        boolean takesNull = values.size() < all.size();
        String nulls = name + (takesNull ? " IS NULL" : " IS NOT NULL");
        if (values.isEmpty()) {
            return nulls;
        }
        String equal =
                values.size() == 1 ? name + " = " + values.get(0) : name + " IN (" + String.join(", ", values) + ")";
        return nulls + (takesNull ? " OR " : " AND ") + equal;
    }

    private static String between(Column column, String from, String to) {
        String name = column.name().quoted();
        List<String> conditions = new ArrayList<>();
        conditions.add(name + " IS NOT NULL");
        if (!from.equals("MINVALUE")) {
            conditions.add(name + " >= " + literal(from));
        }
        if (!to.equals("MAXVALUE")) {
            conditions.add(name + " < " + literal(to));
        }
        return String.join(" AND ", conditions);
    }

    /** A value of the column's own type, which a literal in quotes takes and a number does not. */
    private static String literal(String value) {
        return SqlLexer.code(value).get(0).kind() == SqlLexer.Kind.STRING ? value : Literal.of(value);
    }

    private static CheckConstraint check(Table table, String condition, Context context) {
        return new CheckConstraint(
                table.name(),
                name(table, context),
                condition,
                false,
                new Constraint.Standing(true, true, true, false),
                Attributes.none());
    }

    private static Identifier name(Table table, Context context) {
        for (int number = 1; ; number++) {
            Identifier name = IndexBuild.suffixed(table.name().name(), number == 1 ? "_bound" : "_bound" + number);
            boolean isTaken = List.of(context.from(), context.to()).stream()
                    .flatMap(catalog -> catalog.partsOf(table.name(), Kind.CONSTRAINT, Constraint.class))
                    .anyMatch(constraint -> constraint.name().equals(name));
            if (!isTaken) {
                return name;
            }
        }
    }

    /** Whether it is about a table. */
    boolean isOf(Table table) {
        return check.relation().equals(table.name());
    }

    /** What comes before the partition takes its place or leaves it: others use the table while its rows are read. */
    List<Statement> before() {
        Statement validation = Constraints.validation(check, context);
        // The rows of a partition are within its bound.
        List<Hazard> hazards = validation.hazards().stream()
                .filter(hazard -> !holds || hazard.type() != Hazard.Type.MAY_FAIL)
                .toList();
        return List.of(
                Constraints.locking(
                        check,
                        Constraints.adding(check, "CHECK " + Clauses.parenthesized(check.expression()) + " NOT VALID"),
                        context),
                new Statement(validation.sql(), hazards, validation.transactional()));
    }

    /** What comes afterwards, when nobody needs the check. */
    Statement after() {
        return Constraints.locking(check, Constraints.dropping(check), context);
    }
}

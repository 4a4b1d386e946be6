package io.schemactl.diff.ddl;

import io.schemactl.catalog.EnumType;
import io.schemactl.catalog.Part;
import io.schemactl.diff.Statement;
import io.schemactl.sql.Literal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Commands about enum types; see <a href="https://www.postgresql.org/docs/current/sql-altertype.html">ALTER TYPE</a>. */
final class EnumDdl implements Ddl<EnumType> {

    @Override
    public String name(EnumType type) {
        return "TYPE " + type.name().quoted();
    }

    @Override
    public List<Step> create(EnumType type, Context context) {
        String labels = type.labels().stream().map(Literal::of).collect(Collectors.joining(", "));
        return List.of(
                Step.making(Part.of(type.key()), Statement.of("CREATE %s AS ENUM (%s)".formatted(name(type), labels))));
    }

    /** Labels can be added in place, but neither removed nor moved. */
    @Override
    public Optional<List<Step>> alter(EnumType from, EnumType to, Context context) {
        var kept = new ArrayList<>(to.labels());
        kept.retainAll(new HashSet<>(from.labels()));
        if (!kept.equals(from.labels()) || (context.singleTransaction() && usesNewLabel(from, to, context))) {
            return Optional.empty();
        }
        return Optional.of(List.of(
                Step.changing(Part.of(to.key()), additions(from, to, context).toArray(Statement[]::new))));
    }

    /** Whether anything mentions a label that PostgreSQL would refuse to use in the transaction that adds it. */
    private static boolean usesNewLabel(EnumType from, EnumType to, Context context) {
        List<String> mentions = to.labels().stream()
                .filter(label -> !from.labels().contains(label))
                .map(label -> Literal.of(label) + "::")
                .toList();
        return context.to().objects().values().stream()
                .filter(object -> !(object instanceof EnumType))
                .map(Object::toString)
                .anyMatch(text -> mentions.stream().anyMatch(text::contains));
    }

    /** A label is of use only after the transaction that adds it. */
    private List<Statement> additions(EnumType from, EnumType to, Context context) {
        var statements = new ArrayList<Statement>();
        var present = new HashSet<>(from.labels());
        for (int i = 0; i < to.labels().size(); i++) {
            String label = to.labels().get(i);
            if (!present.add(label)) {
                continue;
            }
            String sql = "ALTER %s ADD VALUE %s%s".formatted(name(to), Literal.of(label), place(from, to, i));
            statements.add(context.singleTransaction() ? Statement.of(sql) : Statement.alone(sql));
        }
        return statements;
    }

    private static String place(EnumType from, EnumType to, int index) {
        if (index > 0) {
            boolean last =
                    to.labels().subList(index, to.labels().size()).stream().noneMatch(from.labels()::contains);
            return last ? "" : " AFTER " + Literal.of(to.labels().get(index - 1));
        }
        return from.labels().isEmpty()
                ? ""
                : " BEFORE " + Literal.of(from.labels().get(0));
    }
}

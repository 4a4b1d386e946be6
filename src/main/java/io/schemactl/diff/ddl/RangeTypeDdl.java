package io.schemactl.diff.ddl;

import io.schemactl.catalog.Part;
import io.schemactl.catalog.RangeType;
import io.schemactl.catalog.Routine;
import io.schemactl.diff.Statement;
import io.schemactl.sql.Literal;
import io.schemactl.sql.QualifiedName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Commands about range types; see <a href="https://www.postgresql.org/docs/current/sql-createtype.html">CREATE TYPE</a>. */
final class RangeTypeDdl implements Ddl<RangeType> {

    @Override
    public String name(RangeType type) {
        return type(type.name());
    }

    private static String type(QualifiedName name) {
        return "TYPE " + name.quoted();
    }

    /** A canonical function takes the range type, and the range type needs the function. */
    @Override
    public List<Step> create(RangeType type, Context context) {
        var steps = new ArrayList<Step>();
        if (type.canonical() != null) {
            steps.add(Step.making(ShellTypes.shell(type.key()), Statement.of("CREATE " + name(type))));
        }
        var properties = new Definition()
                .with("SUBTYPE", type.subtype())
                .with("SUBTYPE_OPCLASS", quoted(type.operatorClass()))
                .with("COLLATION", quoted(type.collation()))
                .with("CANONICAL", type.canonical())
                .with("SUBTYPE_DIFF", type.difference())
                .with("MULTIRANGE_TYPE_NAME", type.multirange().quoted());
        var statements = new ArrayList<Statement>();
        statements.add(Statement.of("CREATE %s AS RANGE %s".formatted(name(type), properties)));
        if (type.multirangeComment() != null) {
            statements.add(Statement.of(multirangeComment(type)));
        }
        steps.add(Step.making(Part.of(type.key()), statements.toArray(Statement[]::new)));
        return steps;
    }

    private static @Nullable String quoted(@Nullable QualifiedName name) {
        return name == null ? null : name.quoted();
    }

    private static String multirangeComment(RangeType type) {
        String comment = type.multirangeComment();
        return "COMMENT ON %s IS %s".formatted(type(type.multirange()), comment == null ? "NULL" : Literal.of(comment));
    }

    /** A canonical function can only go together with its type. */
    @Override
    public List<Step> drop(RangeType type, Context context) {
        String canonical = type.canonical();
        if (canonical == null) {
            return Ddl.super.drop(type, context);
        }
        Set<Part> takes = new HashSet<>(Set.of(Part.of(type.key()), ShellTypes.shell(type.key())));
        context.from()
                .all(Routine.class)
                .filter(routine -> ShellTypes.takes(routine, List.of(canonical), type.name()))
                .map(routine -> Part.of(routine.key()))
                .forEach(takes::add);
        return List.of(new Step(List.of(Statement.of("DROP " + name(type) + " CASCADE")), Set.of(), takes));
    }

    @Override
    public Optional<List<Step>> alter(RangeType from, RangeType to, Context context) {
        if (!fixed(from).equals(fixed(to))) {
            return Optional.empty();
        }
        var commands = new ArrayList<>(InPlace.renaming(RangeTypeDdl::type, from.name(), to.name()));
        commands.addAll(InPlace.renaming(RangeTypeDdl::type, from.multirange(), to.multirange()));
        if (!Objects.equals(from.multirangeComment(), to.multirangeComment())) {
            commands.add(multirangeComment(to));
        }
        return InPlace.of(from.key(), to.key(), commands);
    }

    private static List<@Nullable Object> fixed(RangeType type) {
        var properties = new ArrayList<@Nullable Object>();
        properties.add(type.subtype());
        properties.add(type.operatorClass());
        properties.add(type.collation());
        properties.add(type.canonical());
        properties.add(type.difference());
        return properties;
    }
}

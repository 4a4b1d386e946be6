package io.schemactl.diff.ddl;

import io.schemactl.catalog.Statistics;
import io.schemactl.diff.Statement;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Commands about extended statistics; see
 * <a href="https://www.postgresql.org/docs/current/sql-createstatistics.html">CREATE STATISTICS</a>.
 */
final class StatisticsDdl implements Ddl<Statistics> {

    @Override
    public String name(Statistics statistics) {
        return "STATISTICS " + statistics.name().quoted();
    }

    @Override
    public List<Step> create(Statistics statistics, Context context) {
        var statements = new ArrayList<Statement>();
        statements.add(Statement.of("CREATE %s%s ON %s FROM %s"
                .formatted(
                        name(statistics),
                        types(statistics),
                        subjects(statistics),
                        statistics.relation().quoted())));
        if (statistics.target() != null) {
            statements.add(targetChange(statistics));
        }
        return List.of(Steps.changing(statistics.key(), statistics.key(), statements));
    }

    private static String types(Statistics statistics) {
        return statistics.types().isEmpty()
                ? ""
                : statistics.types().stream().map(Statistics.Type::word).collect(Collectors.joining(", ", " (", ")"));
    }

    private static String subjects(Statistics statistics) {
        return Stream.concat(
                        statistics.columns().stream().map(Identifier::quoted),
                        statistics.expressions().stream().map(expression -> "(" + expression + ")"))
                .collect(Collectors.joining(", "));
    }

    private Statement targetChange(Statistics statistics) {
        Integer target = statistics.target();
        return Statement.of("ALTER %s SET STATISTICS %d".formatted(name(statistics), target == null ? -1 : target));
    }

    @Override
    public Optional<List<Step>> alter(Statistics from, Statistics to, Context context) {
        if (!from.types().equals(to.types())
                || !from.columns().equals(to.columns())
                || !from.expressions().equals(to.expressions())
                || !from.relation().equals(to.relation())) {
            return Optional.empty();
        }
        var statements = new ArrayList<>(renaming(from.name(), to.name()));
        if (!Objects.equals(from.target(), to.target())) {
            statements.add(targetChange(to));
        }
        return Optional.of(Steps.changes(from.key(), to.key(), statements));
    }

    private static List<Statement> renaming(QualifiedName from, QualifiedName to) {
        var statements = new ArrayList<Statement>();
        if (!from.schema().equals(to.schema())) {
            statements.add(Statement.of("ALTER STATISTICS %s SET SCHEMA %s"
                    .formatted(from.quoted(), to.schema().quoted())));
        }
        if (!from.name().equals(to.name())) {
            var moved = new QualifiedName(to.schema(), from.name());
            statements.add(Statement.of("ALTER STATISTICS %s RENAME TO %s"
                    .formatted(moved.quoted(), to.name().quoted())));
        }
        return statements;
    }
}

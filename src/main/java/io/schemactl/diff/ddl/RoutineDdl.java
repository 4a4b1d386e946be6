package io.schemactl.diff.ddl;

import io.schemactl.catalog.Part;
import io.schemactl.catalog.Routine;
import io.schemactl.diff.Statement;
import io.schemactl.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Commands about functions, procedures and aggregates; see
 * <a href="https://www.postgresql.org/docs/current/sql-createfunction.html">CREATE FUNCTION</a>,
 * <a href="https://www.postgresql.org/docs/current/sql-createprocedure.html">CREATE PROCEDURE</a> and
 * <a href="https://www.postgresql.org/docs/current/sql-createaggregate.html">CREATE AGGREGATE</a>.
 */
final class RoutineDdl implements Ddl<Routine> {

    @Override
    public String name(Routine routine) {
        return word(routine) + " " + routine.name().quoted() + "(" + inputs(routine) + ")";
    }

    private static String inputs(Routine routine) {
        return switch (routine.form()) {
            case AGGREGATE -> AggregateDdl.arguments(routine);
            // Without a mode, the list might as well be that of another procedure with output arguments.
            case PROCEDURE ->
                RoutineSignature.of(routine.arguments()).arguments().stream()
                        .map(argument -> "IN " + argument.text())
                        .collect(Collectors.joining(", "));
            case FUNCTION, WINDOW -> routine.arguments();
        };
    }

    private static String word(Routine routine) {
        return switch (routine.form()) {
            case AGGREGATE -> "AGGREGATE";
            case PROCEDURE -> "PROCEDURE";
            case FUNCTION, WINDOW -> "FUNCTION";
        };
    }

    @Override
    public List<Step> create(Routine routine, Context context) {
        if (isApart(routine, context)) {
            return List.of(
                    Step.making(Part.of(routine.key()), placeholder("CREATE ", routine)),
                    Step.making(Later.substance(routine.key()), Statement.of(creating("CREATE OR REPLACE ", routine))));
        }
        return List.of(Step.making(Part.of(routine.key()), Statement.of(creating("CREATE ", routine))));
    }

    private static boolean isApart(Routine routine, Context context) {
        return Later.hasBody(routine) && Later.isApart(routine.key(), context);
    }

    /** The statement that makes a routine without its body. */
    private static Statement placeholder(String verb, Routine routine) {
        return Statement.of(verb + word(routine) + " " + RoutineText.placeholder(routine));
    }

    @Override
    public List<Step> drop(Routine routine, Context context) {
        List<Step> drop = Ddl.super.drop(routine, context);
        return isApart(routine, context)
                ? List.of(
                        Step.taking(Later.substance(routine.key()), placeholder("CREATE OR REPLACE ", routine)),
                        drop.get(0))
                : drop;
    }

    private static String creating(String verb, Routine routine) {
        return verb
                + word(routine)
                + " "
                + (routine.form() == Routine.Form.AGGREGATE
                        ? AggregateDdl.definition(routine)
                        : RoutineText.definition(routine));
    }

    @Override
    public Optional<List<Step>> alter(Routine from, Routine to, Context context) {
        boolean canBe = from.form() == to.form()
                && from.arguments().equals(to.arguments())
                && Objects.equals(from.result(), to.result())
                && RoutineSignature.of(from.signature()).canBecome(RoutineSignature.of(to.signature()));
        if (!canBe) {
            return Optional.empty();
        }
        if (from.key().equals(to.key()) && isApart(to, context)) {
            return Optional.of(filling(from, to));
        }
        List<Statement> statements = new ArrayList<>();
        renaming(from, to).forEach(sql -> statements.add(Statement.of(sql)));
        String definition = creating("CREATE OR REPLACE ", to);
        if (!creating("CREATE OR REPLACE ", renamed(from, to)).equals(definition)) {
            statements.add(Statement.of(definition));
        }
        return Optional.of(Steps.changes(from.key(), to.key(), statements));
    }

    /** Until a routine has its new body, the old one will do, unless what others see of it changes. */
    private List<Step> filling(Routine from, Routine to) {
        List<Step> steps = new ArrayList<>();
        if (!RoutineText.placeholder(from).equals(RoutineText.placeholder(to))) {
            steps.add(new Step(
                    List.of(placeholder("CREATE OR REPLACE ", to)),
                    Set.of(Part.of(to.key())),
                    Set.of(Later.substance(to.key()))));
        }
        steps.add(Step.making(Later.substance(to.key()), Statement.of(creating("CREATE OR REPLACE ", to))));
        return steps;
    }

    private List<String> renaming(Routine from, Routine to) {
        List<String> commands = new ArrayList<>();
        Routine moved = from;
        if (!from.name().schema().equals(to.name().schema())) {
            commands.add("ALTER %s SET SCHEMA %s"
                    .formatted(name(from), to.name().schema().quoted()));
            moved = named(
                    from, new QualifiedName(to.name().schema(), from.name().name()));
        }
        if (!from.name().name().equals(to.name().name())) {
            commands.add("ALTER %s RENAME TO %s"
                    .formatted(name(moved), to.name().name().quoted()));
        }
        return commands;
    }

    private static Routine renamed(Routine from, Routine to) {
        return named(from, to.name());
    }

    private static Routine named(Routine routine, QualifiedName name) {
        return new Routine(
                name,
                routine.arguments(),
                routine.form(),
                routine.signature(),
                routine.result(),
                routine.language(),
                routine.traits(),
                routine.body(),
                routine.implementation(),
                routine.settings(),
                routine.aggregate(),
                routine.attributes());
    }
}

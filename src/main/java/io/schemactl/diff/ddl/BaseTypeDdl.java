package io.schemactl.diff.ddl;

import io.schemactl.catalog.BaseType;
import io.schemactl.catalog.Part;
import io.schemactl.catalog.Routine;
import io.schemactl.diff.Statement;
import io.schemactl.sql.Literal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Commands about base types; see <a href="https://www.postgresql.org/docs/current/sql-createtype.html">CREATE TYPE</a>. */
final class BaseTypeDdl implements Ddl<BaseType> {

    @Override
    public String name(BaseType type) {
        return "TYPE " + type.name().quoted();
    }

    @Override
    public List<Step> create(BaseType type, Context context) {
        Part shell = ShellTypes.shell(type.key());
        Statement creation = Statement.of("CREATE " + name(type));
        BaseType.Definition definition = type.definition();
        return definition == null
                ? List.of(new Step(List.of(creation), Set.of(shell, Part.of(type.key())), Set.of()))
                : List.of(Step.making(shell, creation), filling(type, definition));
    }

    private Step filling(BaseType type, BaseType.Definition definition) {
        return Step.making(Part.of(type.key()), Statement.of("CREATE " + name(type) + " " + properties(definition)));
    }

    private static Definition properties(BaseType.Definition type) {
        BaseType.Functions functions = type.functions();
        BaseType.Layout layout = type.layout();
        Integer length = layout.length();
        return new Definition()
                .with("INPUT", functions.input())
                .with("OUTPUT", functions.output())
                .with("RECEIVE", functions.receive())
                .with("SEND", functions.send())
                .with("TYPMOD_IN", functions.typmodIn())
                .with("TYPMOD_OUT", functions.typmodOut())
                .with("ANALYZE", functions.analyze())
                .with("SUBSCRIPT", functions.subscript())
                .with("INTERNALLENGTH", length == null ? "VARIABLE" : length.toString())
                .with("PASSEDBYVALUE", layout.passedByValue())
                .with("ALIGNMENT", layout.alignment())
                .with("STORAGE", layout.storage())
                .with("CATEGORY", Literal.of(type.category()))
                .with("PREFERRED", type.preferred() ? "true" : null)
                .with("DEFAULT", type.defaultValue() == null ? null : Literal.of(type.defaultValue()))
                .with("ELEMENT", type.element())
                .with("DELIMITER", Literal.of(type.delimiter()))
                .with("COLLATABLE", type.collatable() ? "true" : null);
    }

    /** The functions that need the type, and that it needs, can only go together with it. */
    @Override
    public List<Step> drop(BaseType type, Context context) {
        Set<Part> takes = new HashSet<>(Set.of(Part.of(type.key()), ShellTypes.shell(type.key())));
        BaseType.Definition definition = type.definition();
        if (definition == null) {
            return List.of(new Step(List.of(Statement.of("DROP " + name(type))), Set.of(), takes));
        }
        context.from()
                .all(Routine.class)
                .filter(routine -> isPartOf(routine, type, definition.functions()))
                .map(routine -> Part.of(routine.key()))
                .forEach(takes::add);
        return List.of(new Step(List.of(Statement.of("DROP " + name(type) + " CASCADE")), Set.of(), takes));
    }

    private static boolean isPartOf(Routine routine, BaseType type, BaseType.Functions functions) {
        return ShellTypes.makes(routine, present(functions.input(), functions.receive()), type.name())
                || ShellTypes.takes(routine, present(functions.output(), functions.send()), type.name());
    }

    private static List<String> present(String one, @Nullable String other) {
        return other == null ? List.of(one) : List.of(one, other);
    }

    @Override
    public Optional<List<Step>> alter(BaseType from, BaseType to, Context context) {
        BaseType.Definition old = from.definition();
        BaseType.Definition definition = to.definition();
        List<String> renaming = InPlace.renaming(name -> "TYPE " + name.quoted(), from.name(), to.name());
        if (definition == null || (old == null && !renaming.isEmpty())) {
            // A shell cannot be renamed, and no type becomes a shell again.
            return Optional.empty();
        }
        if (old == null) {
            return Optional.of(List.of(filling(to, definition)));
        }
        if (!canBecome(old, definition)) {
            return Optional.empty();
        }
        var commands = new ArrayList<>(renaming);
        Definition changes = changes(old, definition);
        if (!changes.isEmpty()) {
            commands.add("ALTER %s SET %s".formatted(name(to), changes));
        }
        var statements =
                new ArrayList<Statement>(commands.stream().map(Statement::of).toList());
        statements.addAll(StorageStrategy.following(from, to, context));
        return InPlace.by(from.key(), to.key(), statements);
    }

    /** Whether the types differ only in what {@code ALTER TYPE … SET} can change. */
    private static boolean canBecome(BaseType.Definition from, BaseType.Definition to) {
        boolean turnsPlain = to.layout().storage().equals("plain")
                && !from.layout().storage().equals("plain");
        return !turnsPlain && fixed(from).equals(fixed(to));
    }

    private static BaseType.Definition fixed(BaseType.Definition type) {
        BaseType.Functions functions = type.functions();
        BaseType.Layout layout = type.layout();
        return new BaseType.Definition(
                new BaseType.Functions(functions.input(), functions.output(), null, null, null, null, null, null),
                new BaseType.Layout(layout.length(), layout.passedByValue(), layout.alignment(), ""),
                type.category(),
                type.preferred(),
                type.defaultValue(),
                type.element(),
                type.delimiter(),
                type.collatable());
    }

    private static Definition changes(BaseType.Definition from, BaseType.Definition to) {
        var changes = new Definition();
        Settable.all().forEach(settable -> {
            String value = settable.value().apply(to.functions());
            if (!Objects.equals(settable.value().apply(from.functions()), value)) {
                changes.with(settable.name(), value == null ? "NONE" : value);
            }
        });
        String storage = to.layout().storage();
        return changes.with("STORAGE", storage.equals(from.layout().storage()) ? null : storage);
    }

    private record Settable(String name, Function<BaseType.Functions, @Nullable String> value) {
        static Stream<Settable> all() {
            return Stream.of(
                    new Settable("RECEIVE", BaseType.Functions::receive),
                    new Settable("SEND", BaseType.Functions::send),
                    new Settable("TYPMOD_IN", BaseType.Functions::typmodIn),
                    new Settable("TYPMOD_OUT", BaseType.Functions::typmodOut),
                    new Settable("ANALYZE", BaseType.Functions::analyze),
                    new Settable("SUBSCRIPT", BaseType.Functions::subscript));
        }
    }
}

package io.schemactl.diff.ddl;

import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Part;
import io.schemactl.catalog.RangeType;
import io.schemactl.diff.Statement;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Replaces a type, or a collation, that columns of tables have: the old one is renamed, the new one made, the columns are converted value by value, and
 * then the old one goes. A value that the new type refuses ends the migration.
 */
public final class TypeReplacement {

    private final Context context;

    /** A replacement in a migration. */
    public TypeReplacement(Context context) {
        this.context = context;
    }

    /** Whether a kind of objects can be replaced this way. */
    public static boolean fits(Kind kind) {
        return switch (kind) {
            case ENUM, DOMAIN, COMPOSITE_TYPE, RANGE_TYPE, COLLATION -> true;
            default -> false;
        };
    }

    /**
     * The steps.
     *
     * @param users the parts that have the old type; it goes when all of them have the new one, or are gone
     */
    public <T extends CatalogObject> List<Step> steps(T from, T to, Set<Part> users) {
        Ddl<T> commands = Commands.about(to);
        Identifier old = oldName(from.key());
        var statements = new ArrayList<Statement>();
        statements.add(Statement.of("ALTER %s RENAME TO %s".formatted(commands.name(from), old.quoted())));
        if (from instanceof RangeType range) {
            statements.addAll(renameMultirange(range));
        }
        Set<Part> makes = new HashSet<>();
        for (Step step : commands.create(to, context)) {
            statements.addAll(step.statements());
            makes.addAll(step.makes());
        }
        String name = commands.name(from);
        String quoted = from.key().name().quoted();
        String oldType = name.substring(0, name.length() - quoted.length()) + old.quoted();
        Set<Part> after = new HashSet<>(users);
        users.stream()
                .map(Part::object)
                .filter(key -> fits(key.kind()))
                .map(this::oldPart)
                .forEach(after::add);
        return List.of(
                new Step(statements, makes, Set.of(Part.of(from.key()))),
                new Step(List.of(Statement.of("DROP " + oldType)), Set.of(), Set.of(oldPart(from.key())), after));
    }

    /** A range type has a multirange type and functions that make values, whose names must be free too. */
    private List<Statement> renameMultirange(RangeType range) {
        var names = new NewName(context);
        String old = names.of(range.name().name().name() + "__old").quoted();
        String oldMultirange =
                names.of(range.multirange().name().name() + "__old").quoted();
        String type = new QualifiedName(range.name().schema(), oldName(range.key())).quoted();
        String rename = "ALTER FUNCTION %s(%s) RENAME TO %s";
        String subtype = subtype(range);
        return List.of(
                Statement.of("ALTER TYPE %s RENAME TO %s"
                        .formatted(range.multirange().quoted(), oldMultirange)),
                Statement.of(rename.formatted(range.name().quoted(), subtype + ", " + subtype, old)),
                Statement.of(rename.formatted(range.name().quoted(), subtype + ", " + subtype + ", text", old)),
                Statement.of(rename.formatted(range.multirange().quoted(), "", oldMultirange)),
                Statement.of(rename.formatted(range.multirange().quoted(), type, oldMultirange)),
                Statement.of(rename.formatted(range.multirange().quoted(), "VARIADIC " + type + "[]", oldMultirange)));
    }

    /** A subtype that is replaced too has another name by now. */
    private String subtype(RangeType range) {
        return context.forced().replaced().stream()
                .filter(key -> fits(key.kind()) && key.schema() != null)
                .filter(key -> range.subtype()
                        .equals(new QualifiedName(Objects.requireNonNull(key.schema()), key.name()).display()))
                .findFirst()
                .map(key -> new QualifiedName(Objects.requireNonNull(key.schema()), oldName(key)).quoted())
                .orElse(range.subtype());
    }

    private Part oldPart(ObjectKey key) {
        return Part.of(new ObjectKey(key.kind(), key.schema(), null, oldName(key), null));
    }

    private Identifier oldName(ObjectKey key) {
        return new NewName(context).of(key.name().name() + "__old");
    }
}

package io.schemactl.catalog.read;

import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.Routine;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Knows which columns the rows have that a function returns. */
final class RowTypes {

    /** Functions of PostgreSQL itself whose rows are of their first argument's type. */
    private static final Set<String> OF_ARGUMENT = Set.of(
            "jsonb_populate_record",
            "jsonb_populate_recordset",
            "json_populate_record",
            "json_populate_recordset",
            "unnest");

    private final Map<QualifiedName, List<Identifier>> functions;
    private final Map<QualifiedName, List<Identifier>> types;

    private RowTypes(Map<QualifiedName, List<Identifier>> functions, Map<QualifiedName, List<Identifier>> types) {
        this.functions = functions;
        this.types = types;
    }

    /** What some routines return; of routines of one name, only if all return the same. */
    static RowTypes of(Collection<CatalogObject> objects, Map<QualifiedName, List<Identifier>> types) {
        Map<QualifiedName, List<Identifier>> functions = new HashMap<>();
        Set<QualifiedName> ambiguous = new HashSet<>();
        for (CatalogObject object : objects) {
            if (object instanceof Routine routine && routine.result() != null) {
                List<Identifier> columns =
                        rowType(routine.result()).map(types::get).orElse(List.of());
                List<Identifier> other = functions.put(routine.name(), columns);
                if (other != null && !other.equals(columns)) {
                    ambiguous.add(routine.name());
                }
            }
        }
        functions.keySet().removeAll(ambiguous);
        functions.values().removeIf(List::isEmpty);
        return new RowTypes(functions, types);
    }

    private static Optional<QualifiedName> rowType(String result) {
        var tokens = new Brackets(result);
        int name = tokens.is(0, "SETOF") ? 1 : 0;
        return tokens.size() == name + 3 ? findName(tokens, name) : Optional.empty();
    }

    /** Whether a text can call such a function at all. */
    boolean mayBeIn(String sql) {
        return !functions.isEmpty() || OF_ARGUMENT.stream().anyMatch(sql::contains);
    }

    /** The columns of the function whose arguments begin here, which has a name; none if they are not known. */
    List<Identifier> columns(Brackets tokens, int arguments) {
        if (arguments > 2 && tokens.isSymbol(arguments - 2, '.')) {
            QualifiedName name = QualifiedName.of(
                    tokens.at(arguments - 3).name(), tokens.at(arguments - 1).name());
            return functions.getOrDefault(name, List.of());
        }
        return OF_ARGUMENT.contains(tokens.at(arguments - 1).name())
                ? argumentType(tokens, arguments).map(types::get).orElse(List.of())
                : List.of();
    }

    /** The type that the first argument is cast to, as in {@code NULL::schema.name} or {@code ARRAY[…]::schema.name[]}. */
    private static Optional<QualifiedName> argumentType(Brackets tokens, int arguments) {
        int end = arguments + 1;
        while (end < tokens.closing(arguments) && !tokens.isSymbol(end, ',')) {
            end = tokens.next(end);
        }
        boolean isArray = tokens.isSymbol(end - 1, ']') && tokens.isSymbol(end - 2, '[');
        int name = end - (isArray ? 5 : 3);
        return name - 2 > arguments && tokens.isSymbol(name - 1, ':') && tokens.isSymbol(name - 2, ':')
                ? findName(tokens, name)
                : Optional.empty();
    }

    private static Optional<QualifiedName> findName(Brackets tokens, int name) {
        return tokens.isSymbol(name + 1, '.') && tokens.isName(name) && tokens.isName(name + 2)
                ? Optional.of(QualifiedName.of(
                        tokens.at(name).name(), tokens.at(name + 2).name()))
                : Optional.empty();
    }
}

package io.schemactl.catalog.read;

import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.Column;
import io.schemactl.catalog.CompositeType;
import io.schemactl.catalog.Policy;
import io.schemactl.catalog.Relation;
import io.schemactl.catalog.Routine;
import io.schemactl.catalog.Rule;
import io.schemactl.catalog.View;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import io.schemactl.sql.SqlLexer.Token;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out the names of columns behind functions that return rows of a relation, where they are the relation's own.
 *
 * <p>PostgreSQL prints {@code FROM f() f(a, b)} of a query that was made when the relation had two columns, also when it has three, but
 * {@code f(a, b, c)} of the same text when it is read again: so a view would differ from its own copy.
 */
final class RowAliases {

    private final RowTypes types;
    private final Set<String> keywords;

    private RowAliases(RowTypes types, Set<String> keywords) {
        this.types = types;
        this.keywords = keywords;
    }

    /** The objects, with no more names in their queries than they need. */
    static List<CatalogObject> shortened(Collection<CatalogObject> objects, Set<String> keywords) {
        Map<QualifiedName, List<Identifier>> columns = new HashMap<>();
        for (CatalogObject object : objects) {
            if (object instanceof Relation relation) {
                columns.put(relation.name(), names(relation.columns()));
            } else if (object instanceof CompositeType type) {
                columns.put(type.name(), names(type.columns()));
            }
        }
        var aliases = new RowAliases(RowTypes.of(objects, columns), keywords);
        return objects.stream().map(aliases::shorten).toList();
    }

    private static List<Identifier> names(List<Column> columns) {
        return columns.stream().map(Column::name).toList();
    }

    private CatalogObject shorten(CatalogObject object) {
        if (object instanceof View view) {
            return view.withDefinition(shorten(view.definition()));
        }
        if (object instanceof Rule rule) {
            return rule.withDefinition(shorten(rule.definition()));
        }
        if (object instanceof Policy policy) {
            return policy.withConditions(shortenIfAny(policy.using()), shortenIfAny(policy.check()));
        }
        return object instanceof Routine routine && routine.implementation().sqlBody()
                ? routine.withBody(shortenIfAny(routine.body()))
                : object;
    }

    private @Nullable String shortenIfAny(@Nullable String sql) {
        return sql == null ? null : shorten(sql);
    }

    private String shorten(String sql) {
        if (!types.mayBeIn(sql)) {
            return sql;
        }
        var tokens = new Brackets(sql);
        var text = new StringBuilder();
        int written = 0;
        for (int i = 1; i < tokens.size(); i++) {
            AliasList list = AliasList.find(tokens, i);
            List<Identifier> columns = list == null ? List.of() : types.columns(tokens, i);
            if (list != null && !columns.isEmpty()) {
                text.append(sql, written, list.start()).append(text(list, columns));
                written = list.end();
            }
        }
        return text.append(sql, written, sql.length()).toString();
    }

    /** The list as it is needed: columns behind those that it names have their own names. */
    private String text(AliasList list, List<Identifier> columns) {
        List<String> own =
                new ArrayList<>(columns.stream().map(Identifier::name).toList());
        List<String> names =
                new ArrayList<>(list.names().stream().map(Token::name).toList());
        List<String> texts =
                new ArrayList<>(list.names().stream().map(Token::text).toList());
        int last = names.size() - (list.numbered() ? 1 : 0);
        for (String missing :
                completed(names.subList(0, last), own).stream().skip(last).toList()) {
            names.add(last, missing);
            texts.add(last, quoted(missing));
            last++;
        }
        if (list.numbered()) {
            own.add("ordinality");
        }
        int needed = names.size();
        while (needed > 0 && completed(names.subList(0, needed - 1), own).equals(names)) {
            needed--;
        }
        return needed == 0 ? "" : "(" + String.join(", ", texts.subList(0, needed)) + ")";
    }

    /** All names of columns of which the first have others; PostgreSQL tells those of one name apart by numbers. */
    private static List<String> completed(List<String> given, List<String> own) {
        List<String> names = new ArrayList<>(given);
        for (String column : own.stream().skip(given.size()).toList()) {
            String name = column;
            for (int number = 1; names.contains(name); number++) {
                name = column + "_" + number;
            }
            names.add(name);
        }
        return names;
    }

    private String quoted(String name) {
        var alias = new Identifier(name);
        return keywords.contains(name) ? alias.quoted() : alias.display();
    }
}

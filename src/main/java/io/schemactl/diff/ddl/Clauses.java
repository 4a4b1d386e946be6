package io.schemactl.diff.ddl;

import io.schemactl.catalog.Deferral;
import io.schemactl.catalog.Options;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.Literal;
import io.schemactl.sql.QualifiedName;
import io.schemactl.sql.SqlLexer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Clauses that several commands have in common. */
final class Clauses {

    private Clauses() {}

    /** Names with commas between, in parentheses. */
    static String columns(List<Identifier> columns) {
        return columns.stream().map(Identifier::quoted).collect(Collectors.joining(", ", "(", ")"));
    }

    /** An expression in parentheses, without a second pair. */
    static String parenthesized(String expression) {
        return isParenthesized(expression) ? expression : "(" + expression + ")";
    }

    private static boolean isParenthesized(String expression) {
        List<SqlLexer.Token> tokens = SqlLexer.code(expression);
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).isSymbol('(')) {
                depth++;
            } else if (tokens.get(i).isSymbol(')')) {
                depth--;
            }
            if (depth == 0) {
                return i > 0 && i == tokens.size() - 1;
            }
        }
        return false;
    }

    /** Options in parentheses, such as {@code (fillfactor='70')}. */
    static String options(Options options) {
        return assignments(options.values());
    }

    /** The {@code SET} and {@code RESET} that turn options into others. */
    static List<String> optionChanges(Options from, Options to) {
        SortedMap<String, String> set = new TreeMap<>(to.values());
        set.entrySet().removeAll(from.values().entrySet());
        SortedMap<String, String> reset = new TreeMap<>(from.values());
        reset.keySet().removeAll(to.values().keySet());
        List<String> changes = new ArrayList<>();
        if (!set.isEmpty()) {
            changes.add("SET " + assignments(set));
        }
        if (!reset.isEmpty()) {
            changes.add(
                    reset.keySet().stream().map(Clauses::optionName).collect(Collectors.joining(", ", "RESET (", ")")));
        }
        return changes;
    }

    private static String assignments(Map<String, String> values) {
        return values.entrySet().stream()
                .map(option -> optionName(option.getKey()) + "=" + Literal.of(option.getValue()))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** A name that may have a name space, such as {@code toast.autovacuum_enabled}. */
    static String optionName(String name) {
        return Arrays.stream(name.split("\\."))
                .map(part -> new Identifier(part).display())
                .collect(Collectors.joining("."));
    }

    /** When a constraint is checked, with a space before; nothing if at the end of each statement. */
    static String deferral(Deferral deferral) {
        return switch (deferral) {
            case NOT_DEFERRABLE -> "";
            case INITIALLY_IMMEDIATE -> " DEFERRABLE";
            case INITIALLY_DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
        };
    }

    /** The {@code RENAME} and {@code SET SCHEMA} that give an object its new name. */
    static List<String> renaming(String word, QualifiedName from, QualifiedName to) {
        List<String> commands = new ArrayList<>();
        if (!from.schema().equals(to.schema())) {
            commands.add("ALTER %s %s SET SCHEMA %s"
                    .formatted(word, from.quoted(), to.schema().quoted()));
        }
        if (!from.name().equals(to.name())) {
            QualifiedName moved = new QualifiedName(to.schema(), from.name());
            commands.add("ALTER %s %s RENAME TO %s"
                    .formatted(word, moved.quoted(), to.name().quoted()));
        }
        return commands;
    }

    /** The {@code RENAME} of a part of a relation, such as a trigger. */
    static Optional<String> partRenaming(String word, QualifiedName relation, Identifier from, Identifier to) {
        return from.equals(to)
                ? Optional.empty()
                : Optional.of("ALTER %s %s ON %s RENAME TO %s"
                        .formatted(word, from.quoted(), relation.quoted(), to.quoted()));
    }
}

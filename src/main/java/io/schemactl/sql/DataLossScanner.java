package io.schemactl.sql;

import io.schemactl.sql.DataLoss.TableName;
import io.schemactl.sql.SqlLexer.Kind;
import io.schemactl.sql.SqlLexer.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what statements destroy, from their text.
 *
 * <p>It knows DROP TABLE, ALTER TABLE … DROP COLUMN, TRUNCATE and DELETE without a condition exactly; other statements that
 * can destroy data it reports as {@link DataLoss.Some}. It never runs anything, so that asking costs no locks.
 */
public final class DataLossScanner {

    private static final Set<String> HARMLESS_DROPS = Set.of(
            "INDEX",
            "VIEW",
            "FUNCTION",
            "PROCEDURE",
            "ROUTINE",
            "AGGREGATE",
            "TRIGGER",
            "RULE",
            "POLICY",
            "TYPE",
            "DOMAIN",
            "CAST",
            "OPERATOR",
            "COLLATION",
            "CONVERSION",
            "PUBLICATION",
            "STATISTICS",
            "EXTENSION",
            "TEXT",
            "EVENT",
            "SEQUENCE",
            "ROLE",
            "SERVER",
            "LANGUAGE",
            "SUBSCRIPTION",
            "TRANSFORM",
            "ACCESS");

    /** Parts of ALTER TABLE … DROP that are no columns. */
    private static final Set<String> NO_COLUMN = Set.of("CONSTRAINT", "DEFAULT", "NOT", "IDENTITY", "EXPRESSION");

    private final List<Token> tokens;
    private final String text;
    private int at;

    private DataLossScanner(String statement) {
        this.text = statement;
        this.tokens = SqlLexer.code(statement);
    }

    /** What the statements of a text destroy, in order, each thing once. */
    public static List<DataLoss> scan(String sql) {
        return SqlText.statements(sql).stream()
                .flatMap(statement -> new DataLossScanner(statement).losses().stream())
                .distinct()
                .toList();
    }

    private List<DataLoss> losses() {
        if (accept("DROP")) {
            return drop();
        }
        if (accept("TRUNCATE")) {
            accept("TABLE");
            return hasWord("CASCADE") ? plusSome(rows()) : rows();
        }
        if (accept("DELETE")) {
            return delete();
        }
        if (accept("ALTER")) {
            return alter();
        }
        boolean writes = accept("UPDATE")
                || accept("DO")
                || accept("CALL")
                || accept("MERGE")
                || is(0, "WITH") && (hasWord("DELETE") || hasWord("UPDATE"));
        return writes ? List.of(new DataLoss.Some(summary())) : List.of();
    }

    private List<DataLoss> drop() {
        if (accept("TABLE")) {
            return rows();
        }
        boolean isHarmless = at < tokens.size()
                && (HARMLESS_DROPS.contains(word(at)) || is(at, "MATERIALIZED") || is(at, "FOREIGN"));
        boolean cascades = hasWord("CASCADE");
        return isHarmless && !cascades ? List.of() : List.of(new DataLoss.Some(summary()));
    }

    private List<DataLoss> delete() {
        accept("FROM");
        return hasWord("WHERE") || hasWord("USING") ? List.of(new DataLoss.Some(summary())) : rows();
    }

    private List<DataLoss> rows() {
        skipIfExists();
        List<DataLoss> losses = new ArrayList<>();
        do {
            accept("ONLY");
            tableName().map(DataLoss.Rows::new).ifPresent(losses::add);
        } while (acceptSymbol(','));
        return losses;
    }

    private List<DataLoss> plusSome(List<DataLoss> losses) {
        List<DataLoss> all = new ArrayList<>(losses);
        all.add(new DataLoss.Some(summary()));
        return all;
    }

    private List<DataLoss> alter() {
        if (!accept("TABLE")) {
            return List.of();
        }
        skipIfExists();
        accept("ONLY");
        Optional<TableName> table = tableName();
        List<DataLoss> losses = new ArrayList<>();
        int depth = 0;
        boolean startsAction = true;
        for (; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            depth += token.isSymbol('(') ? 1 : token.isSymbol(')') ? -1 : 0;
            if (startsAction && table.isPresent()) {
                action(table.get(), losses);
            }
            startsAction = depth == 0 && at < tokens.size() && tokens.get(at).isSymbol(',');
        }
        return losses;
    }

    /** One action of ALTER TABLE; {@code at} stands on its first word, and stays on a word of it. */
    private void action(TableName table, List<DataLoss> losses) {
        if (is(at, "DROP")) {
            int next = at + 1;
            if (next < tokens.size() && NO_COLUMN.contains(word(next))) {
                return;
            }
            at = next;
            accept("COLUMN");
            skipIfExists();
            if (at < tokens.size() && tokens.get(at).isName()) {
                losses.add(new DataLoss.Values(table, tokens.get(at).name()));
            }
        } else if (is(at, "ALTER") && changesType()) {
            losses.add(new DataLoss.Some(summary()));
        }
    }

    private boolean changesType() {
        for (int i = at + 1; i < Math.min(tokens.size(), at + 6); i++) {
            if (tokens.get(i).isSymbol(',')) {
                return false;
            }
            if (tokens.get(i).is("TYPE")) {
                return true;
            }
        }
        return false;
    }

    private Optional<TableName> tableName() {
        if (at >= tokens.size() || !tokens.get(at).isName()) {
            return Optional.empty();
        }
        String first = tokens.get(at++).name();
        if (acceptSymbol('.') && at < tokens.size()) {
            return Optional.of(
                    new TableName(Optional.of(first), tokens.get(at++).name()));
        }
        return Optional.of(new TableName(Optional.empty(), first));
    }

    private void skipIfExists() {
        if (is(at, "IF")) {
            at += 2;
        }
    }

    private boolean accept(String word) {
        boolean matches = is(at, word);
        at += matches ? 1 : 0;
        return matches;
    }

    private boolean acceptSymbol(char symbol) {
        boolean matches = at < tokens.size() && tokens.get(at).isSymbol(symbol);
        at += matches ? 1 : 0;
        return matches;
    }

    private boolean is(int index, String word) {
        return index < tokens.size() && tokens.get(index).is(word);
    }

    private String word(int index) {
        Token token = tokens.get(index);
        return token.kind() == Kind.WORD ? token.text().toUpperCase(java.util.Locale.ROOT) : "";
    }

    private boolean hasWord(String word) {
        return tokens.stream().anyMatch(token -> token.is(word));
    }

    private String summary() {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= 120 ? line : line.substring(0, 119) + "…";
    }
}

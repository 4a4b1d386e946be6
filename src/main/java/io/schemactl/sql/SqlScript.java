package io.schemactl.sql;

import io.schemactl.sql.SqlLexer.Kind;
import io.schemactl.sql.SqlLexer.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * A text of SQL as psql reads it, cut into its statements.
 *
 * <p>The rows of {@code COPY … FROM stdin} are passed over, and so are pg_dump's own lines, restrict and unrestrict
 * behind a backslash.
 *
 * @param statements the statements, in order
 * @param commands psql's own commands, which a server does not know
 */
public record SqlScript(List<Piece> statements, List<Piece> commands) {

    private static final List<String> HARMLESS = List.of("\\restrict", "\\unrestrict");
    private static final String END_OF_DATA = "\\.";

    /** Copies the lists. */
    public SqlScript {
        statements = List.copyOf(statements);
        commands = List.copyOf(commands);
    }

    /**
     * A part of the text.
     *
     * @param text the part, of a statement without the semicolon behind it
     * @param start index of its first character
     */
    public record Piece(String text, int start) {}

    /** Cuts a text. */
    public static SqlScript parse(String sql) {
        return new Parser(sql).parse();
    }

    /** Goes through a text once. */
    private static final class Parser {

        private final String sql;
        private final SqlLexer lexer;
        private final List<Piece> statements = new ArrayList<>();
        private final List<Piece> commands = new ArrayList<>();
        private final List<Token> tokens = new ArrayList<>();
        private SqlDepth depth = new SqlDepth();

        Parser(String sql) {
            this.sql = sql;
            this.lexer = new SqlLexer(sql);
            if (sql.startsWith("\uFEFF")) {
                lexer.goTo(1);
            }
        }

        SqlScript parse() {
            while (lexer.skipSpace()) {
                Token token = lexer.next();
                if (token.isSymbol('\\')) {
                    command(token);
                } else if (token.kind() != Kind.COMMENT) {
                    see(token);
                }
            }
            end(sql.length());
            return new SqlScript(statements, commands);
        }

        private void see(Token token) {
            depth.see(token);
            if (!token.isSymbol(';') || !depth.isOutside()) {
                tokens.add(token);
                return;
            }
            boolean hasData = isCopyFromStdin();
            end(token.start());
            if (hasData) {
                skipData();
            }
        }

        private void end(int end) {
            if (!tokens.isEmpty() && !isCopyFromStdin()) {
                int start = tokens.get(0).start();
                statements.add(new Piece(sql.substring(start, end).stripTrailing(), start));
            }
            tokens.clear();
            depth = new SqlDepth();
        }

        private boolean isCopyFromStdin() {
            if (tokens.isEmpty() || !tokens.get(0).is("COPY")) {
                return false;
            }
            for (int i = 1; i + 1 < tokens.size(); i++) {
                if (tokens.get(i).is("FROM") && tokens.get(i + 1).is("STDIN")) {
                    return true;
                }
            }
            return false;
        }

        private void command(Token backslash) {
            int end = lineEnd(backslash.start());
            String text = sql.substring(backslash.start(), end).strip();
            if (!HARMLESS.contains(text.split("\\s", 2)[0])) {
                commands.add(new Piece(text, backslash.start()));
            }
            lexer.goTo(end);
        }

        /** Goes behind the line that ends the rows, or to the end if there is none. */
        private void skipData() {
            int line = lineEnd(lexer.at());
            while (line < sql.length()) {
                int start = line + 1;
                line = lineEnd(start);
                if (sql.substring(start, line).stripTrailing().equals(END_OF_DATA)) {
                    break;
                }
            }
            lexer.goTo(line);
        }

        private int lineEnd(int from) {
            int end = sql.indexOf('\n', from);
            return end < 0 ? sql.length() : end;
        }
    }
}

package io.schemactl.rows;

import io.schemactl.sql.Identifier;
import io.schemactl.sql.SqlLexer;
import io.schemactl.sql.SqlLexer.Kind;
import io.schemactl.sql.SqlLexer.Token;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Solves the equations in a condition for its columns.
 *
 * <p>It knows the form in which PostgreSQL prints expressions: each operator with its operands stands in parentheses. Whether a solution is
 * right is asked of the server, so that it may be a guess: the first argument of a function is taken for the function's inverse.
 */
final class Equations {

    private static final String OPERATORS = "+-*/<>=~!@#%^&|`?";
    private static final Set<String> ENDS = Set.of("and", "or", "not", "when", "then", "else", "case", "end", "is");
    private static final int DEEPEST = 5;

    private final String text;
    private final List<Token> tokens;
    private final Collection<Identifier> columns;
    private final Set<Equation> found = new LinkedHashSet<>();

    private Equations(String text, Collection<Identifier> columns) {
        this.text = text;
        this.tokens = SqlLexer.code(text);
        this.columns = columns;
    }

    /** A part of the tokens, from the first to before the last. */
    private record Span(int from, int to) {
        int length() {
            return to - from;
        }
    }

    /** The solutions, those that need no inverse first. */
    static List<Equation> of(String condition, Collection<Identifier> columns) {
        var equations = new Equations(condition, columns);
        // First without any inverse.
        for (int depth : new int[] {DEEPEST, 0}) {
            for (int i = 1; i < equations.tokens.size() - 1; i++) {
                equations.addAt(i, depth);
            }
        }
        return List.copyOf(equations.found);
    }

    private void addAt(int index, int depth) {
        int width = isDistinct(index) ? 3 : 1;
        if (width == 1 && !isOperator(index, '=')) {
            return;
        }
        Span left = new Span(start(index), index);
        Span right = new Span(index + width, end(index + width));
        if (left.length() > 0 && right.length() > 0) {
            solve(left, "(" + text(right) + ")", depth);
            solve(right, "(" + text(left) + ")", depth);
        }
    }

    private boolean isDistinct(int index) {
        return index + 2 < tokens.size()
                && tokens.get(index).is("is")
                && tokens.get(index + 1).is("distinct")
                && tokens.get(index + 2).is("from");
    }

    /** Whether an operator of one character stands there. */
    private boolean isOperator(int index, char symbol) {
        return tokens.get(index).isSymbol(symbol) && !isJoined(index, index + 1) && !isJoined(index - 1, index);
    }

    private boolean isJoined(int left, int right) {
        return left >= 0
                && right < tokens.size()
                && isOperatorPart(tokens.get(left))
                && isOperatorPart(tokens.get(right))
                && tokens.get(left).end() == tokens.get(right).start();
    }

    private static boolean isOperatorPart(Token token) {
        return token.kind() == Kind.SYMBOL && OPERATORS.contains(token.text());
    }

    private int start(int index) {
        int at = index;
        int depth = 0;
        while (at > 0) {
            Token token = tokens.get(at - 1);
            depth += token.isSymbol(')') ? 1 : 0;
            depth -= token.isSymbol('(') ? 1 : 0;
            if (depth < 0 || (depth == 0 && isEnd(token))) {
                return at;
            }
            at--;
        }
        return at;
    }

    private int end(int index) {
        int at = index;
        int depth = 0;
        while (at < tokens.size()) {
            Token token = tokens.get(at);
            depth += token.isSymbol('(') ? 1 : 0;
            depth -= token.isSymbol(')') ? 1 : 0;
            if (depth < 0 || (depth == 0 && isEnd(token) && !token.is("case") && !token.is("end"))) {
                return at;
            }
            at++;
        }
        return at;
    }

    private static boolean isEnd(Token token) {
        return token.isSymbol(',') || (token.kind() == Kind.WORD && ENDS.contains(token.name()));
    }

    /** Adds what the columns in an operand must be, so that it has a value. */
    private void solve(Span operand, String value, int depth) {
        Span span = bare(operand);
        if (span.length() == 1 && tokens.get(span.from()).isName()) {
            String name = tokens.get(span.from()).name();
            columns.stream()
                    .filter(column -> column.name().equals(name))
                    .forEach(column -> found.add(new Equation(column, value)));
        } else if (depth < DEEPEST && isCall(span)) {
            solve(new Span(span.from() + 2, end(span.from() + 2)), value, depth + 1);
        } else if (depth < DEEPEST) {
            findOperator(span).ifPresent(at -> invert(span, at, value, depth + 1));
        }
    }

    private void invert(Span span, int at, String value, int depth) {
        var left = new Span(span.from(), at);
        var right = new Span(at + 1, span.to());
        String one = "(" + text(left) + ")";
        String other = "(" + text(right) + ")";
        switch (tokens.get(at).text()) {
            case "+" -> {
                solve(left, "(%s - %s)".formatted(value, other), depth);
                solve(right, "(%s - %s)".formatted(value, one), depth);
            }
            case "-" -> {
                solve(left, "(%s + %s)".formatted(value, other), depth);
                solve(right, "(%s - %s)".formatted(one, value), depth);
            }
            case "*" -> {
                solve(left, "(%s / NULLIF(%s, 0))".formatted(value, other), depth);
                solve(right, "(%s / NULLIF(%s, 0))".formatted(value, one), depth);
            }
            case "/" -> {
                solve(left, "(%s * %s)".formatted(value, other), depth);
                solve(right, "(%s / NULLIF(%s, 0))".formatted(one, value), depth);
            }
            default -> throw new IllegalStateException("no operator: " + tokens.get(at));
        }
    }

    /** An operand without the parentheses and casts around it. */
    private Span bare(Span operand) {
        Span span = operand;
        while (span.length() > 2) {
            int first = primaryEnd(span);
            if (first == span.to() && tokens.get(span.from()).isSymbol('(')) {
                span = new Span(span.from() + 1, span.to() - 1);
            } else if (first < span.to() - 2
                    && tokens.get(first).isSymbol(':')
                    && tokens.get(first + 1).isSymbol(':')
                    && findOperator(span).isEmpty()) {
                span = new Span(span.from(), first);
            } else {
                return span;
            }
        }
        return span;
    }

    /** Where the first name, constant, call or parentheses of a part end. */
    private int primaryEnd(Span span) {
        int at = span.from();
        if (tokens.get(at).isName() && at + 1 < span.to() && tokens.get(at + 1).isSymbol('(')) {
            at++;
        }
        return tokens.get(at).isSymbol('(') ? Math.min(closing(at) + 1, span.to()) : at + 1;
    }

    private int closing(int open) {
        int depth = 0;
        for (int at = open; at < tokens.size(); at++) {
            depth += tokens.get(at).isSymbol('(') ? 1 : 0;
            depth -= tokens.get(at).isSymbol(')') ? 1 : 0;
            if (depth == 0) {
                return at;
            }
        }
        return tokens.size() - 1;
    }

    private boolean isCall(Span span) {
        return span.length() > 3
                && tokens.get(span.from()).isName()
                && tokens.get(span.from() + 1).isSymbol('(')
                && primaryEnd(span) == span.to();
    }

    /** The operator whose operands a part consists of. */
    private Optional<Integer> findOperator(Span span) {
        int depth = 0;
        var operators = new ArrayList<Integer>();
        for (int at = span.from(); at < span.to(); at++) {
            depth += tokens.get(at).isSymbol('(') ? 1 : 0;
            depth -= tokens.get(at).isSymbol(')') ? 1 : 0;
            if (depth == 0 && at > span.from() && isArithmetic(at)) {
                operators.add(at);
            }
        }
        return operators.size() == 1 ? Optional.of(operators.get(0)) : Optional.empty();
    }

    private boolean isArithmetic(int index) {
        return "+-*/".chars().anyMatch(symbol -> isOperator(index, (char) symbol));
    }

    private String text(Span span) {
        return text.substring(
                tokens.get(span.from()).start(), tokens.get(span.to() - 1).end());
    }
}

package io.schemactl.scaffold;

import io.schemactl.sql.SqlLexer;
import io.schemactl.sql.SqlLexer.Kind;
import io.schemactl.sql.SqlLexer.Token;
import io.schemactl.sql.WrittenName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What somebody wrote behind an option, cut where SQL would be cut. */
final class Words {

    private final String text;
    private final List<Token> tokens;
    private final Supplier<? extends RuntimeException> complaint;
    private int at;

    /** @param complaint what is thrown where the text is not as it should be */
    Words(String text, Supplier<? extends RuntimeException> complaint) {
        this.text = text;
        this.tokens = SqlLexer.code(text);
        this.complaint = complaint;
        if (tokens.stream().anyMatch(token -> token.isSymbol(';'))) {
            throw complaint.get();
        }
    }

    boolean isAtEnd() {
        return at == tokens.size();
    }

    /** Whether the next word is this one; if so, goes behind it. */
    boolean skip(String word) {
        boolean is = !isAtEnd() && tokens.get(at).is(word);
        at += is ? 1 : 0;
        return is;
    }

    /** Whether the next character is this one; if so, goes behind it. */
    boolean skip(char symbol) {
        boolean is = !isAtEnd() && tokens.get(at).isSymbol(symbol);
        at += is ? 1 : 0;
        return is;
    }

    void require(char symbol) {
        if (!skip(symbol)) {
            throw complaint.get();
        }
    }

    void requireEnd() {
        if (!isAtEnd()) {
            throw complaint.get();
        }
    }

    /** A name with dots, perhaps. */
    WrittenName name() {
        int start = at;
        while (!isAtEnd() && (tokens.get(at).isName() || tokens.get(at).isSymbol('.'))) {
            boolean isNext =
                    at > start && tokens.get(at).isName() && tokens.get(at - 1).isName();
            if (isNext) {
                break;
            }
            at++;
        }
        return name(between(start, at)).orElseThrow(complaint);
    }

    /** The name that a text is; empty if it is anything else. */
    static Optional<WrittenName> name(String text) {
        Optional<WrittenName> name = WrittenName.parse(text);
        name.stream().flatMap(written -> written.parts().stream()).forEach(part -> {
            if (ObjectNames.isTooLong(part.name())) {
                throw Refusal.of(
                        "the name %s is longer than 63 bytes, and PostgreSQL would cut it".formatted(part.display()),
                        "choose a shorter one");
            }
        });
        return name;
    }

    /** A text constant, or a word as it is. */
    String label() {
        if (isAtEnd()) {
            throw complaint.get();
        }
        Token token = tokens.get(at++);
        return switch (token.kind()) {
            case STRING -> constant(token);
            case QUOTED -> token.name();
            default -> token.text();
        };
    }

    /** A text constant. */
    String constant() {
        if (isAtEnd() || tokens.get(at).kind() != Kind.STRING) {
            throw complaint.get();
        }
        return constant(tokens.get(at++));
    }

    private String constant(Token token) {
        String written = token.text();
        if (!written.startsWith("'") || written.length() < 2) {
            throw complaint.get();
        }
        return written.substring(1, written.length() - 1).replace("''", "'");
    }

    /** The text up to the first token outside parentheses that ends it, or up to the end. */
    String until(Predicate<Token> end) {
        int start = at;
        int depth = 0;
        for (; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            if (depth == 0 && at >= start && end.test(token)) {
                break;
            }
            depth += token.isSymbol('(') || token.isSymbol('[') ? 1 : 0;
            depth -= token.isSymbol(')') || token.isSymbol(']') ? 1 : 0;
        }
        return between(start, at);
    }

    /** What is between parentheses, cut at its commas. */
    List<String> list() {
        require('(');
        var parts = new ArrayList<String>();
        do {
            String part = until(token -> token.isSymbol(',') || token.isSymbol(')'));
            if (part.isEmpty()) {
                throw complaint.get();
            }
            parts.add(part);
        } while (skip(','));
        require(')');
        return List.copyOf(parts);
    }

    /** The rest of the text. */
    String rest() {
        return until(token -> false);
    }

    private String between(int from, int to) {
        return from >= to
                ? ""
                : text.substring(tokens.get(from).start(), tokens.get(to - 1).end());
    }
}

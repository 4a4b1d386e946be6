package io.schemactl.rows;

import io.schemactl.sql.SqlLexer;
import io.schemactl.sql.SqlLexer.Kind;
import io.schemactl.sql.SqlLexer.Token;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The constants of conditions: what they compare with is the best guess at what they accept.
 *
 * @param texts the string constants, those in array constants too
 * @param numbers the numbers, those in string constants too
 */
record Hints(List<String> texts, List<BigDecimal> numbers) {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{0,20})?");
    private static final Pattern ELEMENT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|[^,{}\"]+");
    private static final int MOST = 60;

    static final Hints NONE = new Hints(List.of(), List.of());

    /** Copies the lists. */
    Hints {
        texts = List.copyOf(texts);
        numbers = List.copyOf(numbers);
    }

    /** The constants of conditions. */
    static Hints of(Collection<String> conditions) {
        Set<String> texts = new LinkedHashSet<>();
        Set<BigDecimal> numbers = new LinkedHashSet<>();
        for (String condition : conditions) {
            List<Token> tokens = SqlLexer.code(condition);
            for (int i = 0; i < tokens.size(); i++) {
                Token token = tokens.get(i);
                if (token.kind() == Kind.STRING && !isObjectIdentifier(tokens, i)) {
                    addText(decode(token.text()), texts, numbers);
                } else if (token.kind() == Kind.NUMBER
                        && NUMBER.matcher(token.text()).matches()) {
                    var number = new BigDecimal(token.text());
                    numbers.add(i > 0 && tokens.get(i - 1).isSymbol('-') ? number.negate() : number);
                }
            }
        }
        return new Hints(
                texts.stream().limit(MOST).toList(),
                numbers.stream().limit(MOST).toList());
    }

    /** Hash partitions' bounds have their table's identifier, which is another in each database. */
    private static boolean isObjectIdentifier(List<Token> tokens, int at) {
        return at + 3 < tokens.size()
                && tokens.get(at + 1).isSymbol(':')
                && tokens.get(at + 2).isSymbol(':')
                && tokens.get(at + 3).is("oid");
    }

    private static void addText(String text, Set<String> texts, Set<BigDecimal> numbers) {
        texts.add(text);
        if (text.startsWith("{") && text.endsWith("}")) {
            ELEMENT.matcher(text)
                    .results()
                    .map(element -> element.group(1) == null
                            ? element.group()
                            : element.group(1).replaceAll("\\\\(.)", "$1"))
                    .forEach(element -> addText(element, texts, numbers));
        } else if (NUMBER.matcher(text).matches()) {
            numbers.add(new BigDecimal(text));
        }
    }

    /** The value of a string constant as PostgreSQL prints constants: in quotes, with {@code E} if it has backslashes. */
    private static String decode(String constant) {
        int quote = constant.indexOf('\'');
        if (quote < 0) {
            return constant;
        }
        String inner = constant.substring(quote + 1, Math.max(quote + 1, constant.length() - 1))
                .replace("''", "'");
        return constant.startsWith("E") || constant.startsWith("e") ? inner.replaceAll("\\\\(.)", "$1") : inner;
    }

    /** Both together. */
    Hints and(Hints other) {
        return new Hints(
                Stream.concat(texts.stream(), other.texts.stream()).distinct().toList(),
                Stream.concat(numbers.stream(), other.numbers.stream())
                        .distinct()
                        .toList());
    }
}

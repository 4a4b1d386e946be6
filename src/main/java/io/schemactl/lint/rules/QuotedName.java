package io.schemactl.lint.rules;

import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds names that need quotes: capitals, blanks, and other characters. */
final class QuotedName implements Convention {

    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

    @Override
    public String summary() {
        return "Finds names that need quotes: capitals, blanks, and other characters.";
    }

    @Override
    public Stream<Hit> check(LintContext context) {
        return NewNames.in(context)
                .filter(name -> !PLAIN.matcher(name.name().name()).matches())
                .map(name -> new Hit(
                        name.position(),
                        name.shown(),
                        "%s has a name that needs quotes wherever it is used: without them PostgreSQL looks for lower case"
                                .formatted(name.shown()),
                        "name it " + plain(name.name().name())));
    }

    private static String plain(String name) {
        String words = name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("[^A-Za-z0-9]+", "_")
                .replaceAll("^_+|_+$", "")
                .toLowerCase(Locale.ROOT);
        return words.isEmpty() || Character.isDigit(words.charAt(0)) ? "n" + words : words;
    }
}

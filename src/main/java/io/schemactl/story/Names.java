package io.schemactl.story;

import io.schemactl.problem.Position;
import io.schemactl.sql.Elements;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import io.schemactl.story.Expectation.ColumnName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads names as SQL writes them, and says what is wrong with them. */
final class Names {

    private static final String PART = "\"(?:[^\"]|\"\")+\"|[^\"'.,()\\s]+";
    private static final Pattern ONE = Pattern.compile("\\s*(" + PART + ")\\s*");
    private static final Pattern CALL = Pattern.compile("(?s)((?:\"(?:[^\"]|\"\")*\"|[^\"(])+)\\((.*)\\)\\s*");

    private final Identifier defaultSchema;
    private final Complaints complaints;

    Names(Identifier defaultSchema, Complaints complaints) {
        this.defaultSchema = defaultSchema;
        this.complaints = complaints;
    }

    /** A name without a schema. */
    Optional<Identifier> identifier(String text, Position position) {
        return parts(text, position, 1, 1).map(parts -> parts.get(0));
    }

    /** Names without a schema; those that are wrong are complained about and left out. */
    List<Identifier> identifiers(List<String> texts, Position position) {
        return texts.stream()
                .flatMap(text -> identifier(text, position).stream())
                .toList();
    }

    /** A name, in the default schema if it does not say another. */
    Optional<QualifiedName> qualified(String text, Position position) {
        return parts(text, position, 1, 2).map(this::qualified);
    }

    /** A table's name and a column's, index's or other part's name. */
    Optional<ColumnName> part(String text, Position position) {
        return parts(text, position, 2, 3).map(parts -> {
            int last = parts.size() - 1;
            return new ColumnName(qualified(parts.subList(0, last)), parts.get(last));
        });
    }

    /** A name and what follows it in parentheses, at commas. */
    Optional<Call> call(String text, Position position) {
        Matcher matcher = CALL.matcher(text);
        if (!matcher.matches()) {
            complaints.add(
                    position,
                    "`%s` has no parentheses".formatted(text),
                    "write name(…) with all of it in quotes, because of the commas and spaces");
            return Optional.empty();
        }
        List<String> arguments = Elements.of(matcher.group(2));
        return qualified(matcher.group(1), position).map(name -> new Call(name, arguments));
    }

    /**
     * A name with a list in parentheses.
     *
     * @param arguments the elements of the list, without space around them
     */
    record Call(QualifiedName name, List<String> arguments) {}

    private QualifiedName qualified(List<Identifier> parts) {
        return parts.size() == 1
                ? new QualifiedName(defaultSchema, parts.get(0))
                : new QualifiedName(parts.get(0), parts.get(1));
    }

    private Optional<List<Identifier>> parts(String text, Position position, int least, int most) {
        var parts = new ArrayList<Identifier>();
        Matcher matcher = ONE.matcher(text);
        int at = 0;
        while (matcher.region(at, text.length()).lookingAt()) {
            Optional<Identifier> part = part(matcher.group(1), text, position);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            parts.add(part.get());
            at = matcher.end();
            if (at == text.length() || text.charAt(at) != '.') {
                break;
            }
            at++;
        }
        if (at < text.length() || parts.size() < least || parts.size() > most || text.endsWith(".")) {
            complaints.add(position, "`%s` is not %s".formatted(text, form(least, most)), QUOTE);
            return Optional.empty();
        }
        return Optional.of(parts);
    }

    private static final String QUOTE = "write a name with dots, capitals or spaces as in SQL: '\"Odd.Name\"'";

    private static String form(int least, int most) {
        if (most == 1) {
            return "a name without a schema";
        }
        return least == 1 ? "a name, or schema.name" : "table.name, or schema.table.name";
    }

    private Optional<Identifier> part(String part, String text, Position position) {
        if (part.startsWith("\"")) {
            return Optional.of(
                    new Identifier(part.substring(1, part.length() - 1).replace("\"\"", "\"")));
        }
        if (part.chars().anyMatch(Character::isUpperCase)) {
            complaints.add(position, "`%s` has capitals, which SQL ignores without quotes".formatted(text), QUOTE);
            return Optional.empty();
        }
        return Optional.of(new Identifier(part));
    }
}

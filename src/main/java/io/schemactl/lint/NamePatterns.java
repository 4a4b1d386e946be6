package io.schemactl.lint;

import io.schemactl.catalog.Kind;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.problem.Suggestion;
import io.schemactl.sql.Identifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What names have to match, as the settings say: a regular expression for each kind of object, in which {@code {table}} is the table's name.
 *
 * @param patterns by kind, such as {@code foreign-key}
 */
public record NamePatterns(Map<String, String> patterns) {

    /** Names may be anything. */
    public static final NamePatterns NONE = new NamePatterns(Map.of());

    private static final String TABLE = "{table}";

    /** The kinds of constraints are not in the catalog's list, and columns are part of their table. */
    private static final List<String> KINDS = Stream.concat(
                    Stream.of(
                            "column",
                            "primary-key",
                            "unique-constraint",
                            "foreign-key",
                            "check",
                            "exclusion-constraint"),
                    Stream.of(Kind.values())
                            .filter(kind -> kind != Kind.CONSTRAINT)
                            .map(kind -> key(kind.word())))
            .sorted()
            .toList();

    /** A comma divides two patterns only where another kind follows: {@code {1,3}} is part of one. */
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*(?=[A-Za-z-]+\\s*=)");

    /** Copies the patterns. */
    public NamePatterns {
        patterns = Map.copyOf(patterns);
    }

    /**
     * What the settings say, such as {@code index=ix_.*, table=[a-z_]+}.
     *
     * @throws ProblemException if a kind or a pattern means nothing
     */
    public static NamePatterns parse(String text) {
        Map<String, String> patterns = new LinkedHashMap<>();
        if (!text.isBlank()) {
            for (String part : COMMA.split(text.strip())) {
                int equals = part.indexOf('=');
                if (equals < 1) {
                    throw wrong("`%s` is not KIND=PATTERN".formatted(part));
                }
                add(
                        part.substring(0, equals).strip(),
                        part.substring(equals + 1).strip(),
                        patterns);
            }
        }
        return new NamePatterns(patterns);
    }

    private static void add(String kind, String pattern, Map<String, String> patterns) {
        if (!KINDS.contains(kind)) {
            throw wrong("`lint-names` knows no kind `%s`%s".formatted(kind, Suggestion.hint(kind, KINDS)));
        }
        try {
            Pattern.compile(pattern.replace(TABLE, "t"));
        } catch (PatternSyntaxException e) {
            throw new ProblemException(
                    problem("the pattern `%s` of `%s` is no regular expression: %s"
                            .formatted(pattern, kind, e.getDescription())),
                    e);
        }
        if (patterns.put(kind, pattern) != null) {
            throw wrong("`lint-names` has two patterns for `%s`".formatted(kind));
        }
    }

    private static ProblemException wrong(String message) {
        return new ProblemException(problem(message), null);
    }

    private static Problem problem(String message) {
        return Problem.of(ProblemCode.SETTINGS, message)
                .fix(
                        "write `lint-names` like `index=ix_.*, foreign-key=fk_{table}_.*`; other kinds are table, column, schema,"
                                + " primary-key, unique-constraint, check, view, sequence, routine, trigger, enum and so on");
    }

    private static String key(String word) {
        return word.replace(' ', '-');
    }

    /** What the names of a kind have to match, as the settings say it; nothing if they may be anything. */
    public Optional<String> find(String word) {
        return Optional.ofNullable(patterns.get(key(word)));
    }

    /**
     * Whether a name matches a pattern.
     *
     * @param table the table of what has the name; null if it is part of none
     */
    public static boolean matches(String pattern, Identifier name, @Nullable Identifier table) {
        String whole = pattern.replace(TABLE, table == null ? ".*" : Pattern.quote(table.name()));
        return Pattern.matches(whole, name.name());
    }
}

package io.schemactl.diff;

import static io.schemactl.diff.TypeText.CITEXT;
import static io.schemactl.diff.TypeText.base;
import static io.schemactl.diff.TypeText.element;
import static io.schemactl.diff.TypeText.isArray;
import static io.schemactl.diff.TypeText.length;
import static io.schemactl.diff.TypeText.modifier;
import static io.schemactl.diff.TypeText.scale;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What becomes of a column's values when its type changes; see
 * <a href="https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES">the notes on ALTER TABLE</a>.
 *
 * @param from the type before
 * @param to the type after
 */
public record TypeChange(String from, String to) {

    /** Numbers, each of which has its place in those behind it. */
    private static final List<String> WIDENING =
            List.of("smallint", "integer", "bigint", "numeric", "real", "double precision");

    /** Types that are stored like others, one way or both. */
    private static final Set<List<String>> RELABELLED = Set.of(
            List.of("cidr", "inet"),
            List.of("bit", "bit varying"),
            List.of("bit varying", "bit"),
            List.of("character", "bpchar"),
            List.of("character varying", "bpchar"),
            List.of("text", "bpchar"),
            List.of("xml", "text"),
            List.of("xml", "character varying"),
            List.of("integer", "oid"),
            List.of("regclass", "oid"));

    /** Strings that are stored alike. */
    private static final Set<String> TEXTS = Set.of("text", "character varying", CITEXT);

    private static final Set<String> STRINGS = Set.of("text", "character varying", "character", "name", CITEXT);
    private static final Set<String> NUMBERS =
            Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");
    private static final Set<String> TIMES = Set.of("date", "timestamp without time zone", "timestamp with time zone");

    /** Types whose values are always printed in fewer bytes than a name can have. */
    private static final Set<String> SHORT =
            Set.of("boolean", "uuid", "smallint", "integer", "bigint", "date", "macaddr", "macaddr8", "inet", "cidr");

    private static final Set<String> DOCUMENTS = Set.of("json", "jsonb");

    /** Other types that PostgreSQL has no casts between, unless they are of one family. */
    private static final Set<String> OTHERS = Set.of(
            "boolean",
            "uuid",
            "bytea",
            "inet",
            "cidr",
            "macaddr",
            "macaddr8",
            "point",
            "line",
            "lseg",
            "box",
            "path",
            "polygon",
            "circle",
            "bit",
            "bit varying",
            "interval",
            "time without time zone",
            "time with time zone",
            "money",
            "xml",
            "tsvector",
            "tsquery",
            "int4range",
            "int8range",
            "numrange",
            "tsrange",
            "tstzrange",
            "daterange");

    private static final Set<String> BYTES_OF_INTEGERS = Set.of("bytea", "smallint", "integer", "bigint");

    /** The first major version that takes whole numbers for their bytes, and back. */
    private static final int BYTES_OF_INTEGERS_SINCE = 18;

    private static final List<Set<String>> KIN = List.of(
            Set.of("inet", "cidr"),
            Set.of("macaddr", "macaddr8"),
            Set.of("bit", "bit varying", "integer", "bigint"),
            Set.of("money", "numeric", "integer", "bigint"),
            Set.of("box", "circle", "polygon", "point", "lseg", "path"),
            Set.of(
                    "interval",
                    "time without time zone",
                    "time with time zone",
                    "timestamp without time zone",
                    "timestamp with time zone"));

    /** Whether no value of the one type can become one of the other. */
    public boolean isImpossible(int majorVersion) {
        boolean known = isBuiltIn(from) && isBuiltIn(to) && isArray(from) == isArray(to);
        boolean cast =
                isKin() || isTakenFromDocument() || (isBytesOfInteger() && majorVersion >= BYTES_OF_INTEGERS_SINCE);
        return known && !isAssigned() && !isBooleanOfInteger() && !cast;
    }

    /** Whether the one type holds a number, or a boolean, as the whole of a document. */
    private boolean isTakenFromDocument() {
        return base(from).equals("jsonb")
                && (NUMBERS.contains(base(to)) || base(to).equals("boolean"))
                && !isArray(from)
                && !isArray(to);
    }

    private boolean isBytesOfInteger() {
        return BYTES_OF_INTEGERS.containsAll(List.of(base(from), base(to)));
    }

    private boolean isKin() {
        return KIN.stream().anyMatch(types -> types.contains(base(from)) && types.contains(base(to)));
    }

    private static boolean isBuiltIn(String type) {
        return Stream.of(NUMBERS, TIMES, DOCUMENTS, OTHERS).anyMatch(types -> types.contains(base(type)));
    }

    /** How to make new values of the old; empty if PostgreSQL converts them on its own. */
    public Optional<String> using(String column) {
        if (isAssigned()) {
            return Optional.empty();
        }
        if (isArray(to) && !isArray(from) && !isString(from)) {
            String value = new TypeChange(from, element(to)).using(column).orElse(column);
            return Optional.of("CASE WHEN %s IS NOT NULL THEN ARRAY[%s]::%s END".formatted(column, value, to));
        }
        if (isArray(from) && !isArray(to) && !isString(to)) {
            // Of an array with more than one element, this is none of the other type.
            return Optional.of("pg_catalog.btrim(%s::text, '{}')::%s".formatted(column, to));
        }
        boolean isOfMoney = base(from).equals("money") && !isString(to) && !base(to).equals("numeric");
        String direct = isOfMoney ? "::numeric::" : "::";
        String between = isThroughText() ? "::text::" : direct;
        return Optional.of(column + between + to);
    }

    /** Whether one of the two is an array. */
    public boolean isOfArray() {
        return isArray(from) != isArray(to);
    }

    /** Whether PostgreSQL has no cast, so that values are printed and read again. */
    public boolean isThroughText() {
        boolean cast = isBooleanOfInteger() || isKin() || isTakenFromDocument() || isBytesOfInteger();
        boolean direct = isString(from) || isString(to) || (cast && isArray(from) == isArray(to));
        return !isAssigned() && !direct;
    }

    /** Whether values may be changed without an error. */
    public boolean isLossy() {
        if (isOfArray()) {
            return new TypeChange(element(from), element(to)).isLossy();
        }
        if (base(from).equals(base(to)) || isArray(from) || isArray(to)) {
            return isNarrowerScale();
        }
        boolean numbers = NUMBERS.contains(base(from)) && NUMBERS.contains(base(to));
        boolean truncates = TIMES.contains(base(from)) && base(to).equals("date");
        boolean rounds = isTakenFromDocument() && NUMBERS.contains(base(to)) && !to.equals("numeric");
        boolean cuts = base(to).equals("name") && !SHORT.contains(base(from));
        return truncates || rounds || cuts || (numbers && precision(to) < precision(from));
    }

    /** Whether a value may have no counterpart, so that the command fails. */
    public boolean mayFail() {
        if (isString(to) && modifier(to).isEmpty()) {
            return false;
        }
        boolean sameFamily = base(from).equals(base(to)) || (isString(from) && isString(to));
        return sameFamily ? !isLonger() : !holdsAll();
    }

    /** Whether each value of one type has a counterpart in another one. */
    private boolean holdsAll() {
        if (isArray(from) || isArray(to) || !modifier(to).isEmpty()) {
            return false;
        }
        int before = WIDENING.indexOf(base(from));
        boolean widens = before >= 0 && WIDENING.indexOf(base(to)) > before;
        return widens || isRelabelled();
    }

    /** Whether PostgreSQL takes the bytes of the one for the other. */
    private boolean isRelabelled() {
        return !isArray(from)
                && !isArray(to)
                && modifier(to).isEmpty()
                && RELABELLED.contains(List.of(base(from), base(to)));
    }

    /** Whether values are compared otherwise, so that indexes are built anew. */
    public boolean isOrderedOtherwise() {
        return base(from).equals(CITEXT) != base(to).equals(CITEXT);
    }

    /** Whether values that differed may be equal then. */
    public boolean isFolded() {
        return isOrderedOtherwise() && base(to).equals(CITEXT);
    }

    /** Whether PostgreSQL writes all rows anew. */
    public boolean rewrites() {
        boolean text = TEXTS.contains(base(from)) && TEXTS.contains(base(to));
        boolean same = isArray(from) == isArray(to) && (text || base(from).equals(base(to)));
        return !isRelabelled() && !(same && isLonger());
    }

    private boolean isAssigned() {
        if (isArray(from) != isArray(to)) {
            return false;
        }
        String old = base(from);
        String target = base(to);
        boolean family =
                Stream.of(NUMBERS, TIMES, DOCUMENTS).anyMatch(types -> types.contains(old) && types.contains(target));
        return old.equals(target) || family || (STRINGS.contains(target) && !isArray(from));
    }

    private boolean isBooleanOfInteger() {
        return Set.of("boolean", "integer").equals(new HashSet<>(List.of(base(from), base(to))));
    }

    private boolean isNarrowerScale() {
        if (!base(to).equals("numeric") || modifier(to).isEmpty()) {
            return base(from).startsWith("timestamp") && !modifier(to).isEmpty() && !isLonger();
        }
        return modifier(from).isEmpty() || scale(to) < scale(from);
    }

    private boolean isLonger() {
        if (!base(from).equals(base(to)) && !isString(from)) {
            return false;
        }
        if (modifier(to).isEmpty()) {
            return true;
        }
        if (modifier(from).isEmpty()) {
            return false;
        }
        return base(to).equals("numeric")
                ? scale(from) == scale(to) && length(to) >= length(from)
                : isPlainLength(to) && isPlainLength(from) && length(to) >= length(from);
    }

    private static boolean isPlainLength(String type) {
        return modifier(type).chars().allMatch(Character::isDigit);
    }

    /** How fine a number is: whole numbers, then decimals, in the order in which nothing is lost. */
    private static int precision(String type) {
        return switch (base(type)) {
            case "smallint", "integer", "bigint" -> 0;
            case "real" -> 1;
            case "double precision" -> 2;
            default -> modifier(type).isEmpty() ? 3 : scale(type) == 0 ? 0 : 2;
        };
    }

    private static boolean isString(String type) {
        return !isArray(type) && STRINGS.contains(base(type));
    }
}

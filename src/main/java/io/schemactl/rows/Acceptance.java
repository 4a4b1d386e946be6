package io.schemactl.rows;

import io.schemactl.sql.Literal;
import io.schemactl.sql.QualifiedName;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Knows which texts a type accepts, if need be from the server. */
final class Acceptance {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern MOMENT = Pattern.compile("(?s)[\\dPp-].*\\d.*|[a-z]*infinity|epoch|\\d+ .*");
    private static final Map<String, Integer> INTEGER_BITS = Map.of("int2", 15, "int4", 31, "int8", 63);

    /** The SQLSTATE of a stack that is too deep. */
    private static final String TOO_DEEP = "54001";

    private static final int LONGEST_NAME = 63;

    private record Asked(Type.Use use, String text) {}

    private final Types types;
    private final Attempts attempts;
    private final Map<Asked, Boolean> answers = new HashMap<>();

    /** Domains whose checks call themselves, which takes the server long to notice. */
    private final Set<Long> hopeless = new HashSet<>();

    Acceptance(Types types, Attempts attempts) {
        this.types = types;
        this.attempts = attempts;
    }

    /** Whether a type reads a text. */
    boolean isAccepted(Type.Use use, Type type, String text) throws SQLException {
        if (!hasRoom(use, text)) {
            return false;
        }
        if (type.isBuiltIn() && type.form() == Type.Form.BASE) {
            switch (type.category()) {
                case 'S' -> {
                    return text.indexOf('\0') < 0;
                }
                case 'N' -> {
                    return isNumber(type, text);
                }
                case 'D', 'T' -> {
                    if (!MOMENT.matcher(text).matches()) {
                        return false;
                    }
                }
                default -> {}
            }
        }
        if (type.form() == Type.Form.ENUM) {
            return type.details().labels().contains(text);
        }
        if (hopeless.contains(type.id())) {
            return false;
        }
        var asked = new Asked(use, text);
        Boolean known = answers.get(asked);
        if (known == null) {
            known = ask(type, text);
            answers.put(asked, known);
        }
        return known;
    }

    private boolean ask(Type type, String text) throws SQLException {
        String cast = "SELECT CAST(%s AS %s) IS NULL"
                .formatted(
                        Literal.of(text),
                        QualifiedName.of(type.schema(), type.name()).quoted());
        Refusal refusal = attempts.ask(cast, row -> row.getBoolean(1)).refusal();
        if (refusal != null && refusal.words().startsWith(TOO_DEEP)) {
            hopeless.add(type.id());
        }
        return refusal == null;
    }

    /** Whether a text is a number that is written out. */
    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    private static boolean isNumber(Type type, String text) {
        if (!isNumber(text)) {
            return false;
        }
        Integer bits = INTEGER_BITS.get(type.name());
        return bits == null
                || (text.indexOf('.') < 0 && new BigDecimal(text).toBigInteger().bitLength() <= bits);
    }

    /** Whether a text is not longer than a column, or a domain's base, takes; a cast would cut it silently. */
    boolean hasRoom(Type.Use use, String text) {
        Type.Use below = types.below(use);
        int modifier = below.modifier();
        String name =
                types.find(below.type()).filter(Type::isBuiltIn).map(Type::name).orElse("");
        return switch (name) {
            case "varchar", "bpchar" ->
                modifier < 0 || text.codePointCount(0, text.length()) <= Scalars.lengthOf(modifier);
            case "bit" -> text.length() == Math.max(1, modifier);
            case "varbit" -> modifier < 0 || text.length() <= modifier;
            case "char" -> text.length() == 1 && text.charAt(0) < 0x80;
            case "name" -> text.length() <= LONGEST_NAME / 4;
            default -> true;
        };
    }
}

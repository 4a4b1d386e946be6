package io.schemactl.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.sql.Blob;
import java.sql.PreparedStatement;
import java.util.HexFormat;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A prepared statement that writes down its parameters instead of sending them.
 *
 * <p>Liquibase fills binary and long values into prepared statements. Written as constants they can be printed, and what
 * is printed is what is executed.
 */
final class StatementRecorder {

    private final String sql;
    private final TreeMap<Integer, String> constants = new TreeMap<>();

    StatementRecorder(String sql) {
        this.sql = sql;
    }

    /** The statement to hand to Liquibase. */
    PreparedStatement statement() {
        return (PreparedStatement) Proxy.newProxyInstance(
                StatementRecorder.class.getClassLoader(),
                new Class<?>[] {PreparedStatement.class},
                (proxy, method, arguments) -> answer(method.getName(), arguments));
    }

    /** The statement's text with constants in place of its parameters. */
    String text() {
        return ParameterMarks.replace(sql, constants);
    }

    private @Nullable Object answer(String method, Object @Nullable [] arguments) {
        if (method.startsWith("set") && arguments != null && arguments.length >= 2) {
            Object value = method.equals("setNull") ? null : arguments[1];
            constants.put((Integer) arguments[0], constant(method, value));
            return null;
        }
        return switch (method) {
            case "isClosed" -> true; // so that Liquibase never uses it a second time
            case "execute" -> false;
            case "executeUpdate" -> 0;
            case "toString" -> "recorder of " + sql;
            case "hashCode" -> System.identityHashCode(this);
            case "equals" -> false;
            default -> null;
        };
    }

    private static String constant(String method, @Nullable Object value) {
        if (value == null) {
            return "NULL";
        }
        if (value instanceof InputStream stream) {
            // The driver, too, makes a large object of a Blob: Liquibase asks for one where the column is an oid.
            return method.equals("setBlob")
                    ? "pg_catalog.lo_from_bytea(0, %s)".formatted(bytes(stream))
                    : bytes(stream);
        }
        if (value instanceof Reader reader) {
            return io.schemactl.sql.Literal.of(text(reader));
        }
        if (value instanceof byte[] bytes) {
            return "'\\x" + HexFormat.of().formatHex(bytes) + "'::bytea";
        }
        if (value instanceof Number || value instanceof Boolean) {
            return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
        }
        if (value instanceof Blob) {
            throw new IllegalArgumentException("cannot write a Blob as a constant (" + method + ")");
        }
        return io.schemactl.sql.Literal.of(value.toString());
    }

    private static String bytes(InputStream stream) {
        try (stream) {
            return "'\\x" + HexFormat.of().formatHex(stream.readAllBytes()) + "'::bytea";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Reader reader) {
        try (reader) {
            var text = new StringWriter();
            reader.transferTo(text);
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.schemactl.catalog.read;

import io.schemactl.catalog.Attributes;
import io.schemactl.catalog.Options;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A row of a catalog query, read in the catalog's terms. */
final class Row {

    private final ResultSet row;

    Row(ResultSet row) {
        this.row = row;
    }

    @Nullable
    String findText(String column) throws SQLException {
        return row.getString(column);
    }

    String text(String column) throws SQLException {
        String text = row.getString(column);
        if (text == null) {
            throw new IllegalStateException("column %s is NULL".formatted(column));
        }
        return text;
    }

    boolean flag(String column) throws SQLException {
        return row.getBoolean(column);
    }

    long number(String column) throws SQLException {
        return row.getLong(column);
    }

    double real(String column) throws SQLException {
        return row.getDouble(column);
    }

    @Nullable
    Integer findNumber(String column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? null : number;
    }

    <E extends Enum<E>> E choice(String column, Class<E> type) throws SQLException {
        return Enum.valueOf(type, text(column));
    }

    <E extends Enum<E>> @Nullable E findChoice(String column, Class<E> type) throws SQLException {
        String text = findText(column);
        return text == null ? null : Enum.valueOf(type, text);
    }

    Identifier identifier(String column) throws SQLException {
        return new Identifier(text(column));
    }

    @Nullable
    Identifier findIdentifier(String column) throws SQLException {
        String text = findText(column);
        return text == null ? null : new Identifier(text);
    }

    QualifiedName name(String schemaColumn, String nameColumn) throws SQLException {
        return QualifiedName.of(text(schemaColumn), text(nameColumn));
    }

    @Nullable
    QualifiedName findName(String schemaColumn, String nameColumn) throws SQLException {
        return findText(nameColumn) == null ? null : name(schemaColumn, nameColumn);
    }

    /** The elements of an array; NULL counts as no elements. */
    List<String> list(String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }

    List<Identifier> identifiers(String column) throws SQLException {
        return list(column).stream().map(Identifier::new).toList();
    }

    /** The names that two arrays make, one of schemas and one of names in them. */
    List<QualifiedName> names(String schemasColumn, String namesColumn) throws SQLException {
        List<String> schemas = list(schemasColumn);
        List<String> names = list(namesColumn);
        return IntStream.range(0, names.size())
                .mapToObj(place -> QualifiedName.of(schemas.get(place), names.get(place)))
                .toList();
    }

    /** The object's comment and, where the query has columns for them, its owner, grants and labels. */
    Attributes attributes() throws SQLException {
        return Attributes.of(findText("comment"));
    }

    /** An array of {@code name=value}, as PostgreSQL keeps options; NULL counts as no options. */
    Options options(String column) throws SQLException {
        List<String> texts = list(column);
        if (texts.isEmpty()) {
            return Options.none();
        }
        var values = new TreeMap<String, String>();
        for (String text : texts) {
            int equals = text.indexOf('=');
            values.put(text.substring(0, equals), text.substring(equals + 1));
        }
        return new Options(values);
    }
}

package io.schemactl.catalog.read;

import io.schemactl.catalog.Attributes;
import io.schemactl.catalog.Options;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A row of a catalog query, read in the catalog's terms. */
final class Row {

    private final ResultSet row;
    private final Names names;
    private final Annotations annotations;
    private final Set<String> columns;

    Row(ResultSet row, Names names, Annotations annotations) throws SQLException {
        this.row = row;
        this.names = names;
        this.annotations = annotations;
        this.columns = columns(row.getMetaData());
    }

    private static Set<String> columns(ResultSetMetaData metaData) throws SQLException {
        var columns = new HashSet<String>();
        for (int i = 1; i <= metaData.getColumnCount(); i++) {
            columns.add(metaData.getColumnLabel(i));
        }
        return columns;
    }

    /** Whether the query has a column. */
    boolean has(String column) {
        return columns.contains(column);
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

    /** An expression or query, as PostgreSQL prints it also when it is read again. */
    String expression(String column) throws SQLException {
        return lasting(text(column));
    }

    @Nullable
    String findExpression(String column) throws SQLException {
        String text = findText(column);
        return text == null ? null : lasting(text);
    }

    /** An array of expressions. */
    List<String> expressions(String column) throws SQLException {
        return list(column).stream().map(Row::lasting).toList();
    }

    private static String lasting(String text) {
        String comparing = RowComparisons.takenApart(OutputNames.leftOut(ArrayCasts.atElements(text)));
        return FlatConditions.flattened(comparing);
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
        return names.identifier(text(column));
    }

    @Nullable
    Identifier findIdentifier(String column) throws SQLException {
        String text = findText(column);
        return text == null ? null : names.identifier(text);
    }

    QualifiedName name(String schemaColumn, String nameColumn) throws SQLException {
        return new QualifiedName(identifier(schemaColumn), identifier(nameColumn));
    }

    @Nullable
    QualifiedName findName(String schemaColumn, String nameColumn) throws SQLException {
        return findText(nameColumn) == null ? null : name(schemaColumn, nameColumn);
    }

    /** The elements of an array; NULL counts as no elements. */
    List<String> list(String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? List.of() : TextArray.elements(text);
    }

    List<Identifier> identifiers(String column) throws SQLException {
        return list(column).stream().map(names::identifier).toList();
    }

    /** The names that two arrays make, one of schemas and one of names in them. */
    List<QualifiedName> names(String schemasColumn, String namesColumn) throws SQLException {
        List<String> schemas = list(schemasColumn);
        List<String> names = list(namesColumn);
        return IntStream.range(0, names.size())
                .mapToObj(place -> QualifiedName.of(schemas.get(place), names.get(place)))
                .toList();
    }

    /**
     * The object's owner, grants, comment and labels.
     *
     * <p>The query says the owner in a column {@code owner}, if the kind has owners, and in {@code classid} and {@code objid} (for a
     * column {@code objsubid} too) where the object is kept, which is {@code tableoid} and {@code oid} of its row in the system
     * catalog. The rest is found by that address.
     */
    Attributes attributes() throws SQLException {
        Identifier owner = has("owner") ? findIdentifier("owner") : null;
        if (!has("objid")) {
            return new Attributes(owner, null, has("comment") ? findText("comment") : null, Options.none(), List.of());
        }
        return annotations.of(Address.in(this), owner);
    }

    /** The object's comment, if that is all it can have. */
    @Nullable
    String comment() throws SQLException {
        return attributes().comment();
    }

    /** The comment on a row of another system catalog; null if there is no such row. */
    @Nullable
    String commentOn(long classid, String idColumn) throws SQLException {
        return has(idColumn) && findText(idColumn) != null
                ? annotations
                        .of(new Address(classid, number(idColumn), 0), null)
                        .comment()
                : null;
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

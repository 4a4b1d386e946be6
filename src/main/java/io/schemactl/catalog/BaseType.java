package io.schemactl.catalog;

import io.schemactl.sql.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * A base type, or the shell of one; see <a href="https://www.postgresql.org/docs/current/sql-createtype.html">CREATE TYPE</a>.
 *
 * @param name its name
 * @param definition what it is; null for a shell, which is only a name so far
 * @param attributes its owner, grants, comment and labels
 */
public record BaseType(QualifiedName name, @Nullable Definition definition, Attributes attributes)
        implements CatalogObject {

    @Override
    public ObjectKey key() {
        return ObjectKey.of(Kind.BASE_TYPE, name);
    }

    @Override
    public BaseType with(Attributes changed) {
        return new BaseType(name, definition, changed);
    }

    /**
     * What a base type is.
     *
     * @param functions the functions that work on its values
     * @param layout how its values are stored
     * @param category the category that decides about implicit casts, a single character
     * @param preferred whether it is the type that its category prefers
     * @param defaultValue the default of its columns, as its input function reads it
     * @param element the type that subscripting yields
     * @param delimiter what separates its values in arrays, a single character
     * @param collatable whether its operations can use a collation
     */
    public record Definition(
            Functions functions,
            Layout layout,
            String category,
            boolean preferred,
            @Nullable String defaultValue,
            @Nullable String element,
            String delimiter,
            boolean collatable) {}

    /**
     * The functions that work on a type's values, by name: their arguments follow from what they are for.
     *
     * @param input makes a value of text
     * @param output makes text of a value
     * @param receive makes a value of bytes
     * @param send makes bytes of a value
     * @param typmodIn reads the type's modifiers
     * @param typmodOut prints the type's modifiers
     * @param analyze gathers statistics
     * @param subscript takes values apart
     */
    public record Functions(
            String input,
            String output,
            @Nullable String receive,
            @Nullable String send,
            @Nullable String typmodIn,
            @Nullable String typmodOut,
            @Nullable String analyze,
            @Nullable String subscript) {}

    /**
     * How a type's values are stored.
     *
     * @param length the number of bytes; null if it varies
     * @param passedByValue whether values are passed by value
     * @param alignment {@code char}, {@code int2}, {@code int4} or {@code double}
     * @param storage {@code plain}, {@code external}, {@code extended} or {@code main}
     */
    public record Layout(@Nullable Integer length, boolean passedByValue, String alignment, String storage) {}
}

package io.schemactl.diff.story;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.schemactl.diff.ddl.Unmigratable;
import io.schemactl.sql.PlainNames;
import org.jspecify.annotations.Nullable;

/**
 * A change of a Liquibase change set.
 *
 * @param type its type, such as {@code createTable}
 * @param attributes its attributes
 */
record Change(String type, ObjectNode attributes) {

    /** A change of a type without attributes yet. */
    static Change of(String type) {
        return new Change(type, JsonNodeFactory.instance.objectNode());
    }

    /** What Liquibase calls doing nothing. */
    static Change empty() {
        return of("empty");
    }

    /**
     * A command as it is.
     *
     * @throws Unmigratable if Liquibase would replace a part of it
     */
    static Change sql(String command) {
        String text = PlainNames.unquoted(command);
        if (text.contains("${")) {
            throw new Unmigratable("a command contains ${, which Liquibase takes for a changelog parameter: "
                    + text.lines().findFirst().orElse(""));
        }
        Change change = of("sql");
        if (text.indexOf(';') >= 0 || text.indexOf('\n') >= 0) {
            change.attributes.put("splitStatements", false);
        }
        return change.with("sql", text);
    }

    /** The same change with one more attribute, unless that is null. */
    Change with(String name, @Nullable String value) {
        if (value != null) {
            attributes.put(name, value);
        }
        return this;
    }

    /** The same change with one more attribute. */
    Change with(String name, long value) {
        attributes.put(name, value);
        return this;
    }
}

package io.schemactl.sql;

import java.util.Optional;

/** What a statement may destroy. */
public sealed interface DataLoss {

    /** All rows of a table. */
    record Rows(TableName table) implements DataLoss {}

    /** The values of a column. */
    record Values(TableName table, String column) implements DataLoss {}

    /** Some rows or values, which cannot be known without running the statement. */
    record Some(String statement) implements DataLoss {}

    /**
     * A table as a statement names it.
     *
     * @param schema the schema, if the statement says it
     * @param name the table
     */
    record TableName(Optional<String> schema, String name) {
        /** As people write it. */
        @Override
        public String toString() {
            String own = new Identifier(name).display();
            return schema.map(s -> new Identifier(s).display() + "." + own).orElse(own);
        }

        /** In quotes, safe in SQL. */
        public String quoted() {
            String own = new Identifier(name).quoted();
            return schema.map(s -> new Identifier(s).quoted() + "." + own).orElse(own);
        }
    }
}

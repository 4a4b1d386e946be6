package io.schemactl.rows;

import io.schemactl.sql.Identifier;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Some columns of a row, with what they are given.
 *
 * @param cells what each column is given
 * @param obstacle why there can be no such row; null if there may be
 */
record Tuple(Map<Identifier, Cell> cells, @Nullable String obstacle) {
    /** Copies the cells and keeps their order. */
    Tuple {
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }
}

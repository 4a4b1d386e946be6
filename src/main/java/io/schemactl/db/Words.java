package io.schemactl.db;

import java.util.Map;

/**
 * What a URL says, in words.
 *
 * @param libpq parameters by libpq's names
 * @param driver parameters by the JDBC driver's names
 */
record Words(Map<String, String> libpq, Map<String, String> driver) {

    /** Copies the maps. */
    Words {
        libpq = Map.copyOf(libpq);
        driver = Map.copyOf(driver);
    }

    static Words ofLibpq(Map<String, String> libpq) {
        return new Words(libpq, Map.of());
    }
}

/** Reads the catalog: one {@code .sql} file and one row mapper a query. */
@NullMarked
package io.schemactl.catalog.read;

import org.jspecify.annotations.NullMarked;

/** Rows that a schema can hold: generated ones, and fingerprints of those that are there. */
@NullMarked
package io.schemactl.rows;

import org.jspecify.annotations.NullMarked;

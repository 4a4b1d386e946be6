/** Expectations and integrity checks over a catalog. */
@NullMarked
package io.schemactl.verify;

import org.jspecify.annotations.NullMarked;

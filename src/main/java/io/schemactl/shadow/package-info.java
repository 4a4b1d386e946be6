/** Throw-away databases, and the embedded server. */
@NullMarked
package io.schemactl.shadow;

import org.jspecify.annotations.NullMarked;

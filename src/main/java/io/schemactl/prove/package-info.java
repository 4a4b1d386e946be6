/** Shadow round trips and functional tests. */
@NullMarked
package io.schemactl.prove;

import org.jspecify.annotations.NullMarked;

/** YAML text as a tree that knows where everything stands. */
@NullMarked
package io.schemactl.yaml;

import org.jspecify.annotations.NullMarked;

/** The SQL commands that make, change and take away objects, a class for each kind. */
@NullMarked
package io.schemactl.diff.ddl;

import org.jspecify.annotations.NullMarked;

/** SQL text without a database: identifiers, quoting, splitting, positions. */
@NullMarked
package io.schemactl.sql;

import org.jspecify.annotations.NullMarked;

/** An immutable model of PostgreSQL's objects. */
@NullMarked
package io.schemactl.catalog;

import org.jspecify.annotations.NullMarked;

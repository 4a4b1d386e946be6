/** Migrations: the commands that turn one catalog into another, in the order that PostgreSQL needs. */
@NullMarked
package io.schemactl.diff.plan;

import org.jspecify.annotations.NullMarked;

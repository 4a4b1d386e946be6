/** Migrations as Liquibase changelogs, and what must exist after them. */
@NullMarked
package io.schemactl.diff.story;

import org.jspecify.annotations.NullMarked;

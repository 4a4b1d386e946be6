/** Reads and checks changelogs before any connection is made. */
@NullMarked
package io.schemactl.engine.changelog;

import org.jspecify.annotations.NullMarked;

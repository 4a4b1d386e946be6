/** Connections, URL forms, server facts, session settings and the advisory lock. */
@NullMarked
package io.schemactl.db;

import org.jspecify.annotations.NullMarked;

/** Reads what a live server says of its tables, sessions, replicas and settings; changes nothing, and waits for nobody. */
@NullMarked
package io.schemactl.live;

import org.jspecify.annotations.NullMarked;

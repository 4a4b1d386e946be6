/** Runs statements on a shadow, and sees what each of them did: locks, rewrites, scans, rows. */
@NullMarked
package io.schemactl.trace;

import org.jspecify.annotations.NullMarked;

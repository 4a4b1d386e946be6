/** What can go wrong, as values: codes, exit codes, positions and the server's own words. */
@NullMarked
package io.schemactl.problem;

import org.jspecify.annotations.NullMarked;

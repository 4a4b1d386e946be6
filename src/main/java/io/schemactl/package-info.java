/** The program: wires streams, runs the command line, and is the only place that exits. */
@NullMarked
package io.schemactl;

import org.jspecify.annotations.NullMarked;

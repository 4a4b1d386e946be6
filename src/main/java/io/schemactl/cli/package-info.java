/** The picocli commands, option groups, and the one place that prints errors. */
@NullMarked
package io.schemactl.cli;

import org.jspecify.annotations.NullMarked;

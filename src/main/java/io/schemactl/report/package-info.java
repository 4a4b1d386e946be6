/** Renders result records; computes nothing. */
@NullMarked
package io.schemactl.report;

import org.jspecify.annotations.NullMarked;

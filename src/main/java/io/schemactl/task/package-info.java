/** The use case behind each command: settings in, result record out. */
@NullMarked
package io.schemactl.task;

import org.jspecify.annotations.NullMarked;

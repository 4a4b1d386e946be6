/** The files on disk as records, with positions. */
@NullMarked
package io.schemactl.story;

import org.jspecify.annotations.NullMarked;

/** Changes in the form that hurts a busy database least, with what takes them back. */
@NullMarked
package io.schemactl.scaffold;

import org.jspecify.annotations.NullMarked;

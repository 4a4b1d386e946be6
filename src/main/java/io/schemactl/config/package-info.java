/** Options, environment and file become one immutable value. */
@NullMarked
package io.schemactl.config;

import org.jspecify.annotations.NullMarked;

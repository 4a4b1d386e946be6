/** The rules: one class each. */
@NullMarked
package io.schemactl.lint.rules;

import org.jspecify.annotations.NullMarked;

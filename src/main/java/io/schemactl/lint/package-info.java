/** Looks for what hurts in the change sets of a changelog: rules over traces, catalogs and files. */
@NullMarked
package io.schemactl.lint;

import org.jspecify.annotations.NullMarked;

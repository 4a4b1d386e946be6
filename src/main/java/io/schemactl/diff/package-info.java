/** What distinguishes two catalogs. */
@NullMarked
package io.schemactl.diff;

import org.jspecify.annotations.NullMarked;

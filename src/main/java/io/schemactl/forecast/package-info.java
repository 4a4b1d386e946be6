/** Says how much change sets will hurt, from what they did on a shadow and how large the live tables are; pure. */
@NullMarked
package io.schemactl.forecast;

import org.jspecify.annotations.NullMarked;

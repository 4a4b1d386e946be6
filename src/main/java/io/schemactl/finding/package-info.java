/** What checks have to say: findings. */
@NullMarked
package io.schemactl.finding;

import org.jspecify.annotations.NullMarked;

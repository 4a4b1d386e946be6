/** Tests of the project itself: what its packages may use, how its files look, what its documents promise. */
package io.schemactl.house;

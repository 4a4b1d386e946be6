/**
 * Throw-away databases, and the embedded server.
 *
 * <p>An embedded server lives in {@code embedded/MAJOR} of the data directory: {@code binaries/} unpacked from the Maven
 * artifact, {@code data/} with the server's log and the superuser's password, and the two lock files through which
 * processes share it.
 */
@NullMarked
package io.schemactl.shadow;

import org.jspecify.annotations.NullMarked;

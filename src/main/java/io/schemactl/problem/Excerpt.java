package io.schemactl.problem;

import org.jspecify.annotations.Nullable;

/**
 * A statement that failed, and the place in it that the server pointed at.
 *
 * @param statement the statement's text, whole
 * @param offset index in {@code statement} of the marked character, counted from 0; null where the server named no place
 */
public record Excerpt(String statement, @Nullable Integer offset) {}

package io.schemactl.story;

import org.jspecify.annotations.Nullable;

/**
 * What is expected of a comment.
 *
 * @param present whether there must be one
 * @param text its exact text; null if any will do
 */
public record ExpectedComment(boolean present, @Nullable String text) {}

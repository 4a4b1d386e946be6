package io.schemactl.story;

import io.schemactl.problem.Position;

/**
 * Who says something, and where.
 *
 * @param story the story's name
 * @param position the place in its expectations file
 */
public record Origin(String story, Position position) {}

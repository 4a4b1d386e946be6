package io.schemactl.story;

import io.schemactl.problem.Position;

/**
 * A text of SQL in a tests file.
 *
 * @param text one statement or several
 * @param position where it stands
 */
public record TestSql(String text, Position position) {}

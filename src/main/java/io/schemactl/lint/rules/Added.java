package io.schemactl.lint.rules;

import io.schemactl.problem.Position;

/**
 * Something that a change set adds.
 *
 * @param object what it is at the end of the changelog
 * @param position where the change set adds it
 */
record Added<T>(T object, Position position) {}

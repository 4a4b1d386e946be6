package io.schemactl.config;

import io.schemactl.problem.Position;

/**
 * A value as the settings file has it, variables not yet put in.
 *
 * @param text the text, quotes resolved
 * @param position where it stands
 */
record FileValue(String text, Position position) {}

package io.schemactl.task;

import io.schemactl.catalog.Reading;

/**
 * A side of a comparison, read.
 *
 * @param about what reports say of it
 * @param reading what it contains
 */
public record Side(SideReport about, Reading reading) {}

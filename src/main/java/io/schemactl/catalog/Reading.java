package io.schemactl.catalog;

/**
 * All that a plan must know about a database.
 *
 * @param catalog what it contains
 * @param dependencies what of that needs what
 * @param majorVersion the server's PostgreSQL major version
 */
public record Reading(Catalog catalog, Dependencies dependencies, int majorVersion) {}

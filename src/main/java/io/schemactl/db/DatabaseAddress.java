package io.schemactl.db;

/** Where a database is: on a server that runs, or on the embedded one. */
public sealed interface DatabaseAddress permits ServerAddress, EmbeddedAddress {}

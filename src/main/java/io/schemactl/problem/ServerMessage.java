package io.schemactl.problem;

import org.jspecify.annotations.Nullable;

/**
 * What PostgreSQL itself said about a failure.
 *
 * @param sqlState the five characters of <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">Appendix A</a>
 * @param text the primary message
 * @param detail the DETAIL field
 * @param hint the HINT field
 * @param where the CONTEXT field, such as the line of a PL/pgSQL function
 */
public record ServerMessage(
        String sqlState,
        String text,
        @Nullable String detail,
        @Nullable String hint,
        @Nullable String where) {}

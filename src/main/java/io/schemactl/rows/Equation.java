package io.schemactl.rows;

import io.schemactl.sql.Identifier;

/**
 * That a column is equal to an expression of others.
 *
 * @param column the column
 * @param expression the expression
 */
record Equation(Identifier column, String expression) {}

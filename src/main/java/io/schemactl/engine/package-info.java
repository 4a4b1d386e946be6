/** The only package that touches Liquibase: plans, executes, records. */
@NullMarked
package io.schemactl.engine;

import org.jspecify.annotations.NullMarked;

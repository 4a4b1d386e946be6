/** The canonical form of catalogs, as trees and as files. */
@NullMarked
package io.schemactl.catalog.form;

import org.jspecify.annotations.NullMarked;

/** Migrations: a schema per module, brought up to date before its data source is published. */
@NullMarked
package org.victimfirst.persistence.schema;

import org.jspecify.annotations.NullMarked;

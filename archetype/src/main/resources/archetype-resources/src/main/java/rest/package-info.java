/** The module's resources under /api/v1/${name}. */
@NullMarked
package ${package}.rest;

import org.jspecify.annotations.NullMarked;

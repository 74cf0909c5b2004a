/** What the module holds of a person, for a subject access pack and for erasure. */
@NullMarked
package ${package}.privacy;

import org.jspecify.annotations.NullMarked;

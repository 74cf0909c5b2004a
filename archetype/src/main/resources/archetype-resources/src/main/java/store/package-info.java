/** What is noted, in the module's own tables. */
@NullMarked
package ${package}.store;

import org.jspecify.annotations.NullMarked;

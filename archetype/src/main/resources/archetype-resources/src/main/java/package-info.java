/** The ${name} module: notes kept in a case, each with its day. */
@NullMarked
package ${package};

import org.jspecify.annotations.NullMarked;

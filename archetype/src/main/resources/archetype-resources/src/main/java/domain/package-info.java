/** What is noted and what can be done with it; no framework, no pages. */
@NullMarked
package ${package}.domain;

import org.jspecify.annotations.NullMarked;

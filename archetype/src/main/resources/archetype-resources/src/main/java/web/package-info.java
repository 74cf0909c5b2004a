/** The module's pages, its tab and its place in the menu. */
@NullMarked
package ${package}.web;

import org.jspecify.annotations.NullMarked;

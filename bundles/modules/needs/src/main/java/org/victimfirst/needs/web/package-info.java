/** The needs tab, the module's pages and its tile on Today. */
@NullMarked
package org.victimfirst.needs.web;

import org.jspecify.annotations.NullMarked;

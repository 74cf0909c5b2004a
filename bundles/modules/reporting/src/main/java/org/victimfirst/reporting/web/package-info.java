/** The report's pages. */
@NullMarked
package org.victimfirst.reporting.web;

import org.jspecify.annotations.NullMarked;

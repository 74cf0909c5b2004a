/** The report for other systems. */
@NullMarked
package org.victimfirst.reporting.rest;

import org.jspecify.annotations.NullMarked;

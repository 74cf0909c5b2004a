/** The making of a report: one pass over the facts, sections, checks, small counts. */
@NullMarked
package org.victimfirst.reporting.domain;

import org.jspecify.annotations.NullMarked;

/** The sections identified_needs and reduction_in_need of the quarterly report. */
@NullMarked
package org.victimfirst.needs.report;

import org.jspecify.annotations.NullMarked;

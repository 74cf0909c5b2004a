/** The legacy extract's files needs_assessments.csv and impact_sample.csv. */
@NullMarked
package org.victimfirst.needs.imports;

import org.jspecify.annotations.NullMarked;

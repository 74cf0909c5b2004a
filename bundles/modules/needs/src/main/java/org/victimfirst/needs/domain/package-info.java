/** Assessments and samples, and the rules that they follow. */
@NullMarked
package org.victimfirst.needs.domain;

import org.jspecify.annotations.NullMarked;

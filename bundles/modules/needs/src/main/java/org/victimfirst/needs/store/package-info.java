/** Assessments, facts and samples in the module's schema. */
@NullMarked
package org.victimfirst.needs.store;

import org.jspecify.annotations.NullMarked;

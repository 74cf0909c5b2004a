/** The legacy extract's people, referrals, cases and contact attempts. */
@NullMarked
package org.victimfirst.cases.imports;

import org.jspecify.annotations.NullMarked;

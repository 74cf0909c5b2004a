/** What the cases module knows and the rules it follows: records, services and pure rules. */
@NullMarked
package org.victimfirst.cases.domain;

import org.jspecify.annotations.NullMarked;

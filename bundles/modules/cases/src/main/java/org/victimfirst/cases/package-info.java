/** The cases module: people, referrals, cases, safe contact, closure, case facts. */
@NullMarked
package org.victimfirst.cases;

import org.jspecify.annotations.NullMarked;

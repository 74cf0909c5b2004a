/** Writing, sealing and checking the audit. */
@NullMarked
package org.victimfirst.security.internal.audit;

import org.jspecify.annotations.NullMarked;

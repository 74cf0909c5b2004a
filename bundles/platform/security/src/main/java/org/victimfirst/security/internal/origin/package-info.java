/** Where requests come from. */
@NullMarked
package org.victimfirst.security.internal.origin;

import org.jspecify.annotations.NullMarked;

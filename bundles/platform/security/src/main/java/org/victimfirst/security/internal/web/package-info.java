/** Pages under /admin and /account. */
@NullMarked
package org.victimfirst.security.internal.web;

import org.jspecify.annotations.NullMarked;

/** Resources under /api/v1/security. */
@NullMarked
package org.victimfirst.security.internal.rest;

import org.jspecify.annotations.NullMarked;

/** Statements with parameters and rows, on the caller's connection. */
@NullMarked
package org.victimfirst.security.internal.jdbc;

import org.jspecify.annotations.NullMarked;

/** What the domain asks for, kept in the schema security. */
@NullMarked
package org.victimfirst.security.internal.store;

import org.jspecify.annotations.NullMarked;

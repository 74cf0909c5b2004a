/** The running product, through the doors that its users take. */
@NullMarked
package org.victimfirst.itests;

import org.jspecify.annotations.NullMarked;

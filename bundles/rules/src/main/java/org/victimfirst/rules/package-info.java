/** The rules of the house as tests: a bundle extends one class and names its root. */
@NullMarked
package org.victimfirst.rules;

import org.jspecify.annotations.NullMarked;

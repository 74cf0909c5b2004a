/** The rows of the module manager. */
@NullMarked
package org.victimfirst.modules.store;

import org.jspecify.annotations.NullMarked;

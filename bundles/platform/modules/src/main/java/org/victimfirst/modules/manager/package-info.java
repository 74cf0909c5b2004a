/** Changes to the set of modules, one at a time. */
@NullMarked
package org.victimfirst.modules.manager;

import org.jspecify.annotations.NullMarked;

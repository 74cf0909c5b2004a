/** Commands of the Karaf shell. */
@NullMarked
package org.victimfirst.modules.shell;

import org.jspecify.annotations.NullMarked;

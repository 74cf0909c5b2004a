/** What the module manager contributes to the console, and its permissions. */
@NullMarked
package org.victimfirst.modules;

import org.jspecify.annotations.NullMarked;

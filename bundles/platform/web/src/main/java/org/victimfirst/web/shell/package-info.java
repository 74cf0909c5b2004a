/** The pages of the shell and the skeleton around the pages of modules. */
@NullMarked
package org.victimfirst.web.shell;

import org.jspecify.annotations.NullMarked;

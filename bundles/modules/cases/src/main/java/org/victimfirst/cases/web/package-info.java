/** Pages of the module, and what it contributes to the shell's. */
@NullMarked
package org.victimfirst.cases.web;

import org.jspecify.annotations.NullMarked;

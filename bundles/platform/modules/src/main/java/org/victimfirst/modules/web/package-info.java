/** Pages for administrators: modules and health. */
@NullMarked
package org.victimfirst.modules.web;

import org.jspecify.annotations.NullMarked;

/** What a module is, how it is, and what a change of it would do. */
@NullMarked
package org.victimfirst.modules.domain;

import org.jspecify.annotations.NullMarked;

/** Resources under /api/v1/modules. */
@NullMarked
package org.victimfirst.modules.rest;

import org.jspecify.annotations.NullMarked;

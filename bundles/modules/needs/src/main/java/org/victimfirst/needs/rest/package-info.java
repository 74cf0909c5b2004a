/** Resources under /api/v1/needs. */
@NullMarked
package org.victimfirst.needs.rest;

import org.jspecify.annotations.NullMarked;

/** Resources of the module, under {@code /api/v1/cases}. */
@NullMarked
package org.victimfirst.cases.rest;

import org.jspecify.annotations.NullMarked;

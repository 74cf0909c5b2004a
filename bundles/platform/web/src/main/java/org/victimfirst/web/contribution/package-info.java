/** What modules contribute, asked in time and without harm to each other. */
@NullMarked
package org.victimfirst.web.contribution;

import org.jspecify.annotations.NullMarked;

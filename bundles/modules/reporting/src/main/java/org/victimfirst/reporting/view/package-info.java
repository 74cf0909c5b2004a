/** What the console's page and the HTML file of a report have in common. */
@NullMarked
package org.victimfirst.reporting.view;

import org.jspecify.annotations.NullMarked;

/** The sections of the quarterly report that case facts alone can give. */
@NullMarked
package org.victimfirst.cases.report;

import org.jspecify.annotations.NullMarked;

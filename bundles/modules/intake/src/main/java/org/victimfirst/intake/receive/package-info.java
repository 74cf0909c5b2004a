/** Takes files in, safely, and stores them until they are imported. */
@NullMarked
package org.victimfirst.intake.receive;

import org.jspecify.annotations.NullMarked;

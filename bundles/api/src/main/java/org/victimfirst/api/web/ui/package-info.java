/** Components of the console as methods that return HTML: GOV.UK, MoJ and our own. */
@Version("1.2.0")
@NullMarked
package org.victimfirst.api.web.ui;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;

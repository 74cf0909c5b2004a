/** The module manager's hands in Karaf: features, bundles, components, files. */
@NullMarked
package org.victimfirst.modules.karaf;

import org.jspecify.annotations.NullMarked;

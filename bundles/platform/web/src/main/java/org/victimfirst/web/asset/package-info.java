/** Style sheets, scripts and pictures of the design systems, with long-lived addresses. */
@NullMarked
package org.victimfirst.web.asset;

import org.jspecify.annotations.NullMarked;

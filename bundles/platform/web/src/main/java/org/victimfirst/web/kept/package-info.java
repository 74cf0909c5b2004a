/** Forms that arrived when their session had ended: kept for the person who typed them. */
@NullMarked
package org.victimfirst.web.kept;

import org.jspecify.annotations.NullMarked;

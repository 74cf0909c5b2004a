/** All of the above on one database, without OSGi. */
@NullMarked
package org.victimfirst.persistence.installation;

import org.jspecify.annotations.NullMarked;

/** Backup and restore, portable between the databases. */
@NullMarked
package org.victimfirst.persistence.backup;

import org.jspecify.annotations.NullMarked;

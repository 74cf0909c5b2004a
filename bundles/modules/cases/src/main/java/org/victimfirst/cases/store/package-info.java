/** Cases in the database: entities, queries, facts. */
@NullMarked
package org.victimfirst.cases.store;

import org.jspecify.annotations.NullMarked;

/** What the tests share: the messy extract, its columns, and an area profile made of its lists. */
@NullMarked
package org.victimfirst.intake.testkit;

import org.jspecify.annotations.NullMarked;
